import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { hoverAt, plainText } from '../../server/src/features/hover';
import { marked } from './support';

const CLIENT = 'bootstrap.servers=a:9092\nkey.serializer=K\nvalue.serializer=V\n';
const textAt = (text: string, path?: string): string => {
  const { document, marks } = marked(text, path);
  return hoverAt(document, marks[0] ?? 0)?.markdown ?? '';
};

describe('hover', () => {
  it('says meaning, type, unit, range, importance and where to read on', () => {
    const text = textAt(`${CLIENT}bat|ch.size=65536\n`);
    assert.match(text, /\*\*batch\.size\*\* · producer/);
    assert.match(text, /records for one partition/);
    assert.match(text, /Type: whole number, in bytes/);
    assert.match(text, /At least `0`/);
    assert.match(text, /Importance: medium/);
    assert.match(text, /https:\/\/kafka\.apache\.org\/documentation\/#producerconfigs_batch\.size/);
  });

  it('says what the value of the file is in units that people read, and the default too', () => {
    const text = textAt(`${CLIENT}batch.size=65|536\n`);
    assert.match(text, /Here: `65536` = 64 KiB/);
    assert.match(text, /Default: `16384` = 16 KiB/);
  });

  it('leaves units of the value out when it is told to', () => {
    const { document, marks } = marked(`${CLIENT}batch.size=65|536\n`);
    assert.doesNotMatch(hoverAt(document, marks[0] ?? 0, false)?.markdown ?? '', /Here:/);
  });

  it('tells how the default changed, and judges by the target version', () => {
    const old = textAt(`# kafka-lint version=2.8\n${CLIENT}ac|ks=all\n`);
    assert.match(old, /Default: `1` \(`1` before 3\.0, `all` since 3\.0\)/);
    assert.match(textAt(`# kafka-lint version=3.6\n${CLIENT}ac|ks=all\n`), /Default: `all` \(/);
  });

  it('lists the allowed values', () => {
    assert.match(textAt(`${CLIENT}compression|.type=lz4\n`), /One of `uncompressed`|One of .*`zstd`/);
  });

  it('tells of deprecation and of what takes the place', () => {
    const text = textAt(
      'process.roles=broker\nnode.id=1\nlog.message.timestamp.diff|erence.max.ms=1\n',
      '/project/server.properties',
    );
    assert.match(text, /\*\*Deprecated\*\* since Kafka 3\.6|Removed in Kafka/);
    assert.match(text, /log\.message\.timestamp\.before\.max\.ms/);
  });

  it('tells how a broker takes a change over', () => {
    const text = textAt('process.roles=broker\nnode.id=1\nnum.io.thr|eads=8\n', '/project/server.properties');
    assert.match(text, /takes effect at once when set with kafka-configs\.sh/);
    assert.match(
      textAt('process.roles=broker\nnode.i|d=1\n', '/project/server.properties'),
      /after a restart of the broker/,
    );
  });

  it('knows keys behind a prefix', () => {
    const text = textAt(
      'bootstrap.servers=a:9092\ngroup.id=g\noffset.storage.topic=o\nconfig.storage.topic=c\nstatus.storage.topic=s\nproducer.batch|.size=1\n',
      '/project/connect-distributed.properties',
    );
    assert.match(text, /\*\*producer\.batch\.size\*\* · producer/);
  });

  it('knows what a worker hands on to clients of its own', () => {
    const text = textAt(
      'bootstrap.servers=a:9092\ngroup.id=g\noffset.storage.topic=o\nconfig.storage.topic=c\nstatus.storage.topic=s\nac|ks=1\n',
      '/project/connect-distributed.properties',
    );
    assert.match(text, /\*\*acks\*\* · producer/);
  });

  it('knows keys of one listener', () => {
    const text = textAt(
      'process.roles=broker\nnode.id=1\nlistener.name.internal.ssl.key|store.location=/k\n',
      '/project/server.properties',
    );
    assert.match(text, /brokerconfigs_ssl\.keystore\.location/);
  });

  it('covers the key or the value, whichever the caret is in', () => {
    const { document, marks } = marked(`${CLIENT}lin|ger.ms=5|0\n`);
    const spans = marks.map((mark) => hoverAt(document, mark)?.span);
    const covered = spans.map((span) => document.text.slice(span?.start, span?.end));
    assert.deepEqual(covered, ['linger.ms', '50']);
  });

  it('has nothing for a key that Kafka does not know, a comment or a blank line', () => {
    const { document, marks } = marked(`${CLIENT}my.o|wn=1\n# lin|ger.ms\n|\n`);
    assert.deepEqual(
      marks.map((mark) => hoverAt(document, mark)),
      [undefined, undefined, undefined],
    );
  });

  it('reads as plain text too', () => {
    assert.equal(plainText('**a.b** is `c` [here](https://x)'), 'a.b is c here: https://x');
  });
});
