import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ConfigDocument } from '../../../server/src/model/document';
import { parseCode } from './support';

const CODE = `#!/usr/bin/env node
import { Kafka, CompressionTypes } from 'kafkajs';
const base = { acks: 1, timeout: 1_000 };
/* kafka-lint version=3.9 */
@Injectable()
export class Bus {
  private readonly kafka = new Kafka({ brokers: (process.env.BROKERS ?? 'a:9092').split(','), ssl: true });
  #producer = this.kafka.producer({ retry: { retries: 3 }, 'idempotent': true, ...base });
  async publish<T extends object>(events: T[]): Promise<void> {
    // kafka-lint-ignore kafkajs/send-in-loop -- few
    for (const event of events) {
      await this.#producer.send({ topic: \`t-\${event}\`, messages: [{ key: 'k', value: JSON.stringify(event) }] });
    }
    const view = <p>{events.length}</p>;
  }
}
export const run = (consumer: Consumer) => consumer.run({ eachMessage: async ({ message }) => { await save(message); } });
`;

/** What holds of a document of any text. */
function checkSpans(document: ConfigDocument): void {
  const { length } = document.text;
  const within = ({ start, end }: { start: number; end: number }) => start >= 0 && start <= end && end <= length;
  for (const scope of document.scopes) {
    assert.ok(within(scope.span));
    for (const entry of [...scope.entries, ...scope.calls.flatMap((call) => call.options.entries)]) {
      assert.ok(within(entry.span) && within(entry.keySpan) && within(entry.value.span));
      assert.ok(entry.keySpan.start >= entry.span.start && entry.keySpan.end <= entry.span.end);
      assert.equal(
        entry.writtenKey.split('.').at(-1),
        plain(document.text.slice(entry.keySpan.start, entry.keySpan.end)),
      );
    }
    for (const call of scope.calls) {
      assert.ok(within(call.span) && within(call.methodSpan) && within(call.statement));
      assert.ok(document.text.slice(call.methodSpan.start, call.methodSpan.end).includes(call.method));
    }
  }
}

function plain(key: string): string | undefined {
  return (/^['"]/.test(key) ? key.slice(1, -1) : key).split('.').at(-1);
}

/** What rules see of a document, without its text. */
function factsOf({ scopes, comments }: ConfigDocument): unknown {
  return JSON.parse(JSON.stringify([comments, scopes.map(({ parent: _parent, ...scope }) => scope)]));
}

describe('laws of the JavaScript format', () => {
  it('sees the same in a text that is typed as in one that is opened', () => {
    const change = fc.tuple(
      fc.nat(CODE.length),
      fc.nat(20),
      fc.constantFrom('', 'x', '{', '}', '(', "'", '\n', 'a: 1, '),
    );
    let opened = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        let text = CODE;
        let typed = parseCode(text, '/p/a.tsx');
        for (const [at, length, put] of changes) {
          text = text.slice(0, at) + put + text.slice(at + length);
          typed = parseCode(text, '/p/a.tsx');
        }
        // A file that was never seen before has nothing that could be kept of it.
        assert.deepEqual(factsOf(typed), factsOf(parseCode(text, `/p/${opened++}.tsx`)));
      }),
      { numRuns: 60 },
    );
  });

  it('reads every beginning of a file, as while it is typed', () => {
    for (let end = 0; end <= CODE.length; end += 3) checkSpans(parseCode(CODE.slice(0, end), '/project/a.tsx'));
  });

  it('reads a file with any piece missing or doubled', () => {
    const cut = fc.tuple(fc.nat(CODE.length), fc.nat(60), fc.constantFrom('', '{', '(', "'", '`', '*/', '\n', 'x'));
    fc.assert(
      fc.property(cut, ([at, length, put]) =>
        checkSpans(parseCode(CODE.slice(0, at) + put + CODE.slice(at + length), '/project/a.ts')),
      ),
      { numRuns: 300 },
    );
  });

  it('reads any text at all', () => {
    const head = "import { Kafka } from 'kafkajs'; new Kafka({";
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (rest) => checkSpans(parseCode(head + rest))),
      { numRuns: 300 },
    );
  });

  it('is not stopped by deep nesting', () => {
    const head = "import { Kafka } from 'kafkajs';\nnew Kafka({ brokers: ['a:1'] });\n";
    for (const deep of [
      '['.repeat(50_000),
      `x = ${'1+'.repeat(50_000)}1`,
      `${'(\n'.repeat(20_000)}`,
      'a.b'.repeat(20_000),
    ]) {
      const lines = deep.replace(/.{80}/g, '$&\n');
      assert.equal(parseCode(head + lines).scopes.length, 1);
    }
  });
});
