import assert from 'node:assert/strict';
import fc from 'fast-check';
import { WireReader } from '../../server/src/cluster/wire/reader';
import { WireWriter } from '../../server/src/cluster/wire/writer';

describe('Kafka’s wire types', () => {
  it('read back as they were written, in both forms', () => {
    const values = fc.record({
      flag: fc.boolean(),
      small: fc.integer({ min: -128, max: 127 }),
      short: fc.integer({ min: -32_768, max: 32_767 }),
      int: fc.integer(),
      long: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      varint: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
      text: fc.string({ unit: 'grapheme' }),
      list: fc.array(fc.integer()),
      flexible: fc.boolean(),
    });
    fc.assert(
      fc.property(values, ({ flag, small, short, int, long, varint, text, list, flexible }) => {
        const writer = new WireWriter();
        writer.boolean(flag).int8(small).int16(short).int32(int).int64(long).unsignedVarint(varint);
        writer.string(text, flexible).array(list, (item) => writer.int32(item), flexible);
        writer.nullArray(flexible).noTags();
        const reader = new WireReader(writer.bytes);
        assert.equal(reader.boolean(), flag);
        assert.equal(reader.int8(), small);
        assert.equal(reader.int16(), short);
        assert.equal(reader.int32(), int);
        assert.equal(reader.int64(), long);
        assert.equal(reader.unsignedVarint(), varint);
        assert.equal(reader.string(flexible), text);
        assert.deepEqual(
          reader.array(() => reader.int32(), flexible),
          list,
        );
        assert.deepEqual(
          reader.array(() => reader.int8(), flexible),
          [],
        );
        reader.tags();
        assert.equal(reader.remaining, 0);
      }),
    );
  });

  it('refuse lists that are longer than any of Kafka’s, also in parts', () => {
    const half = 1_100_000;
    const reader = new WireReader(Buffer.concat([int32(half), Buffer.alloc(half), int32(half), Buffer.alloc(half)]));
    reader.array(() => reader.int8());
    assert.throws(() => reader.array(() => reader.int8()), { name: 'RangeError', message: /more elements/ });
  });

  it('end in a RangeError, and reserve nothing, whatever the bytes claim', () => {
    const readings: readonly ((reader: WireReader) => unknown)[] = [
      (reader) => reader.string(),
      (reader) => reader.string(true),
      (reader) => reader.int32s(),
      (reader) => reader.int32s(true),
      (reader) => reader.byteArray(),
      (reader) => reader.array(() => reader.int64()),
      (reader) => reader.array(() => reader.string(true), true),
      (reader) => reader.tags(),
      (reader) => reader.unsignedVarint(),
    ];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(readings.length - 1), (bytes, index) => {
        const reader = new WireReader(Buffer.from(bytes));
        try {
          readings[index]?.(reader);
          assert.ok(reader.remaining >= 0);
        } catch (error) {
          assert.ok(error instanceof RangeError, String(error));
        }
      }),
    );
  });

  it('skip the tagged fields that nobody asked for, and what a reader leaves of one', () => {
    const bytes = Buffer.from([2, 0, 2, 0xaa, 0xbb, 5, 3, 1, 2, 3, 7]);
    const reader = new WireReader(bytes);
    const seen: number[] = [];
    reader.tags((tag) => {
      seen.push(tag);
      if (tag === 5) reader.skip(1);
    });
    assert.deepEqual(seen, [0, 5]);
    assert.equal(reader.int8(), 7);
  });
});

function int32(value: number): Buffer {
  return new WireWriter().int32(value).bytes;
}
