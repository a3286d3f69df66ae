import assert from 'node:assert/strict';
import { lint } from '../../server/src/engine/lint';
import { parseDocument } from '../../server/src/formats/registry';
import type { Finding } from '../../server/src/model/finding';
import { NO_SETTINGS } from './support';

const SETTINGS = "export const settings = { brokers: ['b1.example.net:9092'], ssl: { rejectUnauthorized: false } };";
const CLIENT = `import { Kafka } from 'kafkajs';
export const kafka = new Kafka({ brokers: ['b1.example.net:9092'], ssl: { rejectUnauthorized: false } });
export const producer = kafka.producer({ transactionalId: 'a' });`;

function findingsIn(text: string, others: Readonly<Record<string, string>>): readonly Finding[] {
  const imported = (name: string) =>
    others[name] === undefined ? undefined : { name: `${name}.ts`, text: others[name] };
  const document = parseDocument({ uri: 'file:///p/src/a.ts', path: '/p/src/a.ts', text, imported });
  assert.ok(document);
  return lint(document, NO_SETTINGS).findings;
}

describe('what other files say', () => {
  it('is told where it comes into a client that is made here, and cannot be changed here', () => {
    const text =
      "import { Kafka } from 'kafkajs';\nimport { settings } from './settings';\nexport const kafka = new Kafka(settings);";
    const [finding, ...more] = findingsIn(text, { './settings': SETTINGS }).filter(
      ({ rule }) => rule === 'kafkajs/transport-security',
    );
    assert.ok(finding && more.length === 0);
    assert.equal(text.slice(finding.span.start, finding.span.end), 'settings');
    assert.deepEqual(finding.fixes, []);
  });

  it('leaves what is written beside it as changeable as ever', () => {
    const text = `import { Kafka } from 'kafkajs';
import { tls } from './settings';
export const kafka = new Kafka({ brokers: ['b1.example.net:9092'], ssl: tls, connectionTimout: 3000 });`;
    const found = findingsIn(text, { './settings': 'export const tls = { rejectUnauthorized: false };' });
    assert.deepEqual(
      found.map(({ rule, fixes }) => [rule, fixes.length > 0]),
      [
        ['kafkajs/connection-options', true],
        ['kafkajs/transport-security', false],
        ['kafkajs/unknown-option', true],
      ],
    );
  });

  it('is not told again of a client that is made there', () => {
    const text = "import { producer } from './client';\nexport const go = () => producer.connect();";
    assert.deepEqual(findingsIn(text, { './client': CLIENT }), []);
  });

  it('counts for what is done with such a client here', () => {
    const text =
      "import { producer } from './client';\nexport const go = (value: string) => producer.send({ topic: 'a:b', messages: [{ value }] });";
    assert.deepEqual(
      findingsIn(text, { './client': CLIENT }).map(({ rule }) => rule),
      ['kafkajs/topic-name'],
    );
  });

  it('is told once of options that several clients share', () => {
    const text = `${CLIENT}\nconst options = { compression: 1 };\nexport const both = [kafka.producer(options), kafka.producer(options)];`;
    const found = findingsIn(text, {}).filter(({ rule }) => rule === 'kafkajs/unknown-option');
    assert.equal(found.length, 1);
  });
});

describe('the release of KafkaJS that a project asks for', () => {
  const text = `import { Kafka } from 'kafkajs';
const kafka = new Kafka({ brokers: ['b1.example.net:9092'] });
export const producer = kafka.producer();
const admin = kafka.admin();
export const committed = () => admin.fetchOffsets({ groupId: 'a', topic: 'b' });`;
  const rulesAt = (version?: '1.16' | '2.2') => {
    const hints = version ? { found: { kafkajs: { version, file: 'package.json' } } } : {};
    const document = parseDocument({ uri: 'file:///p/src/a.ts', path: '/p/src/a.ts', text, hints });
    assert.ok(document);
    return lint(document, NO_SETTINGS).findings.map(({ rule }) => rule);
  };

  it('decides about what changed with 2.0', () => {
    const about = ['kafkajs/partitioner-unset', 'kafkajs/unknown-option'];
    for (const version of ['2.2', undefined] as const) {
      assert.deepEqual(
        about.filter((rule) => rulesAt(version).includes(rule)),
        about,
      );
    }
    assert.deepEqual(
      about.filter((rule) => rulesAt('1.16').includes(rule)),
      [],
    );
  });
});
