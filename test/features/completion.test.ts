import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { completionAt } from '../../server/src/features/completion/completion';
import type { Suggestion, Suggestions } from '../../server/src/features/completion/suggestion';
import { marked } from './support';

const CLIENT = 'bootstrap.servers=a:9092\nkey.serializer=K\nvalue.serializer=V\n';
const BROKER = 'process.roles=broker\nnode.id=1\nlog.dirs=/d\n';
const WORKER =
  'bootstrap.servers=a:9092\ngroup.id=g\noffset.storage.topic=o\nconfig.storage.topic=c\nstatus.storage.topic=s\n';

function at(text: string, path?: string): Suggestions & { readonly covered: string } {
  const { document, marks } = marked(text, path);
  const found = completionAt(document, marks[0] ?? 0);
  assert.ok(found, 'there are suggestions');
  return { ...found, covered: document.text.slice(found.whole.start, found.whole.end) };
}

function labelled(items: readonly Suggestion[], label: string): Suggestion {
  const item = items.find((one) => one.label === label);
  assert.ok(item, `${label} is among ${items.slice(0, 20).map((one) => one.label)}`);
  return item;
}

const labels = ({ items }: Suggestions): string[] => items.map(({ label }) => label);

describe('completion of keys', () => {
  it('offers on an empty line what is not set, the important keys first', () => {
    const found = at(`${CLIENT}acks=all\n|\n`);
    assert.ok(labels(found).includes('batch.size'));
    assert.ok(!labels(found).includes('acks'));
    const byRank = found.items.toSorted((a, b) => (a.sort < b.sort ? -1 : 1)).map(({ label }) => label);
    assert.ok(byRank.indexOf('compression.type') < byRank.indexOf('metrics.num.samples'));
  });

  it('replaces a half-typed key whole, wherever the caret is in it', () => {
    assert.equal(at(`${CLIENT}ling|\n`).covered, 'ling');
    const inside = at(`${CLIENT}lin|gr\n`);
    assert.equal(inside.covered, 'lingr');
    assert.equal(inside.typed.end - inside.typed.start, 3);
  });

  it('keeps the value that stands there, and offers the key itself', () => {
    const found = at(`${CLIENT}linger|.ms=5\n`);
    assert.equal(found.covered, 'linger.ms');
    assert.deepEqual(labelled(found.items, 'batch.size').text, 'batch.size');
    assert.equal(labelled(found.items, 'linger.ms').snippet, undefined);
  });

  it('brings the default to write over, separated as in the rest of the file', () => {
    assert.equal(labelled(at(`${CLIENT}|\n`).items, 'batch.size').snippet, `batch.size=\${0:16384}`);
    const spaced = at('bootstrap.servers : a:9092\nkey.serializer : K\nacks : all\n|\n');
    assert.equal(labelled(spaced.items, 'batch.size').snippet, `batch.size : \${0:16384}`);
  });

  it('brings the choices of a key, the default first', () => {
    const { items } = at(`${CLIENT}|\n`);
    assert.equal(labelled(items, 'enable.idempotence').snippet, `enable.idempotence=\${1|true,false|}$0`);
    assert.match(labelled(items, 'compression.type').snippet ?? '', /^compression\.type=\$\{1\|none,.*zstd.*\|\}\$0$/);
  });

  it('offers nothing that the target version does not have', () => {
    const key = 'metadata.recovery.strategy';
    assert.ok(!labels(at(`# kafka-lint version=3.0\n${CLIENT}|\n`)).includes(key));
    assert.ok(labels(at(`# kafka-lint version=4.0\n${CLIENT}|\n`)).includes(key));
  });

  it('marks deprecated keys and puts them last', () => {
    const { items } = at(`# kafka-lint version=3.9\n${BROKER}|\n`, '/project/server.properties');
    const old = labelled(items, 'inter.broker.protocol.version').deprecated;
    assert.equal(old, undefined, 'deprecated only from 4.0 on');
    const item = labelled(items, 'log.message.timestamp.difference.max.ms');
    assert.equal(item.deprecated, true);
    assert.ok(items.every(({ sort, deprecated }) => deprecated || sort < item.sort));
  });

  it('offers the prefixes of a role, and behind one the keys of its client', () => {
    const path = '/project/connect-distributed.properties';
    assert.equal(labelled(at(`${WORKER}pro|\n`, path).items, 'producer.').kind, 'prefix');
    const found = at(`${WORKER}producer.ba|\n`, path);
    assert.equal(found.covered, 'producer.ba');
    assert.equal(labelled(found.items, 'producer.batch.size').setting?.key, 'batch.size');
  });

  it('is silent in a continued line and in files of others', () => {
    const { document, marks } = marked(`${CLIENT}ssl.cipher\\\n.sui|tes=a\n`);
    assert.equal(completionAt(document, marks[0] ?? 0), undefined);
    const other = marked('motd=hello\n|\n', '/project/server.properties');
    assert.equal(completionAt(other.document, other.marks[0] ?? 0), undefined);
  });
});

describe('completion of values', () => {
  it('offers the accepted values behind the sign, the default first', () => {
    const found = at(`${CLIENT}acks=|\n`);
    assert.deepEqual(labels(found), ['all', '-1', '0', '1']);
    assert.deepEqual(
      found.items.filter(({ preselect }) => preselect).map(({ label }) => label),
      ['all'],
    );
  });

  it('replaces the value that is there', () => {
    assert.equal(at(`${CLIENT}acks=a|ll\n`).covered, 'all');
    assert.equal(at(`${CLIENT}acks = a|\n`).covered, 'a');
  });

  it('offers true and false', () => {
    assert.deepEqual(labels(at(`${CLIENT}enable.idempotence=|\n`)).sort(), ['false', 'true']);
  });

  it('offers usual amounts that the key accepts', () => {
    const { items } = at(`${CLIENT}batch.size=|\n`);
    assert.equal(labelled(items, '65536').detail, '64 KiB');
    assert.match(labelled(items, '16384').detail ?? '', /^default, 16 KiB/);
  });

  it('takes a number for seconds, minutes and so on, or as the unit says', () => {
    const { items, incomplete } = at(`${CLIENT}request.timeout.ms=30|\n`);
    assert.equal(labelled(items, '30000').detail, 'default, 30 s');
    assert.equal(labelled(items, '1800000').detail, '30 min');
    assert.equal(labelled(items, '30000').filter, '30');
    assert.ok(incomplete);
    assert.equal(labelled(at(`${CLIENT}metadata.max.age.ms=2h|\n`).items, '7200000').detail, '2 h');
    assert.equal(labelled(at(`${CLIENT}buffer.memory=64m|\n`).items, '67108864').detail, '64 MiB');
  });

  it('counts in the unit of the key', () => {
    const { items } = at(`${BROKER}log.retention.hours=7d|\n`, '/project/server.properties');
    assert.equal(labelled(items, '168').detail, 'default, 7 days');
    assert.equal(labelled(items, '168').filter, '7d');
  });

  it('completes one element of a list, without those that are there', () => {
    const found = at(`${BROKER}log.cleanup.policy=compact, de|\n`, '/project/server.properties');
    assert.equal(found.covered, 'de');
    assert.deepEqual(labels(found), ['delete']);
  });

  it('knows the classes that Kafka brings', () => {
    const { items } = at('bootstrap.servers=a:9092\nacks=all\nlinger.ms=5\nkey.serializer=|\n');
    assert.ok(labelled(items, 'org.apache.kafka.common.serialization.StringSerializer'));
  });

  it('reads choices that a validator only tells in words', () => {
    const { items } = at('bootstrap.servers=a:9092\ngroup.id=g\nauto.offset.reset=|\n', '/project/consumer.properties');
    for (const value of ['latest', 'earliest', 'none']) assert.ok(labelled(items, value));
    assert.ok(items.every(({ label }) => !label.includes('PnD')));
  });
});

describe('completion of directives', () => {
  it('offers them in a comment', () => {
    assert.deepEqual(labels(at(`${CLIENT}# |\n`)), ['kafka-lint', 'kafka-lint-ignore', 'kafka-lint-ignore-file']);
  });

  it('offers rules to ignore, roles and versions, and replaces the word', () => {
    const found = at(`${CLIENT}# kafka-lint-ignore properties/dup|x\n`);
    assert.equal(found.covered, 'properties/dupx');
    assert.ok(labelled(found.items, 'properties/duplicate-key'));
    assert.ok(labelled(at(`${CLIENT}# kafka-lint role=|\n`).items, 'mirror-maker'));
    assert.ok(labelled(at(`${CLIENT}# kafka-lint role=producer version=|\n`).items, '3.9'));
    assert.deepEqual(labels(at(`${CLIENT}# kafka-lint role=producer |\n`)), ['version=']);
  });

  it('leaves reasons and other comments alone', () => {
    for (const text of ['# kafka-lint-ignore a/b -- be|cause\n', '# what this is f|or\n']) {
      const { document, marks } = marked(`${CLIENT}${text}`);
      assert.equal(completionAt(document, marks[0] ?? 0), undefined);
    }
  });
});
