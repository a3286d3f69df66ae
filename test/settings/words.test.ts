import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { lint } from '../../server/src/engine/lint';
import { completionAt } from '../../server/src/features/completion/completion';
import { hoverAt } from '../../server/src/features/hover';
import { outline } from '../../server/src/features/symbols';
import { readSettings } from '../../server/src/settings/read';
import { settingsFor } from '../../server/src/settings/resolve';
import { readSettingsText } from '../../server/src/settings/settingsText';
import { upgradeReports } from '../../server/src/upgrade/report';
import { settingsTable } from '../../server/src/workspace/settingsTable';
import { parse } from '../features/support';

/** Names that every plain object answers to. */
const WORDS = [
  'constructor',
  '__proto__',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  '__defineGetter__',
];
const SETTINGS = { severityOf: () => undefined };

const PROPERTIES = (word: string) => {
  const clients = [
    'acks',
    'compression.type',
    'batch.size',
    'sasl.mechanism',
    'security.protocol',
    'auto.offset.reset',
  ];
  const keys = ['process.roles', 'listener.security.protocol.map', 'cleanup.policy', 'linger.ms', 'partitioner.class'];
  return [
    `# kafka-lint role=${word} version=${word}`,
    `# kafka-lint-ignore ${word}`,
    ...[...clients, ...keys].map((key) => `${key}=${word}`),
    `${word}=${word}`,
    `producer.${word}=${word}`,
    `listener.name.${word}.${word}=${word}`,
    `transforms=${word}\ntransforms.${word}.type=${word}`,
    `log.retention.hours=5${word}`,
  ].join('\n');
};

const CODE = (library: string, word: string) => `
import { Kafka, Producer, KafkaConsumer } from '${library}';
const kafka = new Kafka({ ${word}: 1, brokers: ['${word}'], sasl: { mechanism: '${word}', ${word}: '${word}' }, kafkaJS: { ${word}: 1 } });
const producer = kafka.producer({ ${word}: '${word}', acks: '${word}', compression: '${word}' });
const other = new Producer({ '${word}': '${word}', 'compression.type': '${word}' });
producer.${word}({ ${word}: 1 });
producer.send({ topic: '${word}', acks: '${word}', compression: CompressionTypes.${word}, messages: [{ ${word}: 1 }] });
kafka.consumer({ groupId: '${word}' }).run({ ${word}: 1 });
`;

const FILES: [string, (word: string) => string][] = [
  ...['producer', 'consumer', 'server', 'connect-distributed', 'connect-mirror-maker', 'topic', 'streams'].map(
    (name): [string, (word: string) => string] => [`/p/${name}.properties`, PROPERTIES],
  ),
  ...['kafkajs', '@confluentinc/kafka-javascript', 'node-rdkafka', '@platformatic/kafka'].map(
    (library): [string, (word: string) => string] => [
      `/p/${library.replace(/\W/g, '')}.ts`,
      (word) => CODE(library, word),
    ],
  ),
];

describe('words that every object answers to', () => {
  for (const word of WORDS) {
    it(`${word} is a word like others in a file`, () => {
      for (const [path, textOf] of FILES) {
        const document = parse(textOf(word), path);
        assert.deepEqual(lint(document, SETTINGS).failures, [], path);
        const shown: unknown[] = [outline(document), upgradeReports(document, '4.1', SETTINGS, '3.6')];
        for (const { index } of document.text.matchAll(/\b\w/g)) {
          shown.push(hoverAt(document, index), completionAt(document, index + 1));
        }
        assert.doesNotMatch(JSON.stringify(shown), /native code|\[object Object\]/);
      }
    });

    it(`${word} is no setting, rule, level or preset`, () => {
      const rules = JSON.parse(`{ "${word}": "off" }`);
      const raw = JSON.parse(`{ "${word}": { "enable": false }, "profile": "${word}" }`);
      const { settings, problems } = readSettings({ ...raw, rules, presets: JSON.parse(`{ "${word}": {} }`) });
      assert.deepEqual(problems.map(({ path }) => path).sort(), [[word], ['profile'], ['rules', word]].sort());
      assert.equal(settingsFor(settings, 'a.properties').enabled, true);
      const table = settingsTable([{ folder: undefined, editor: { enable: true }, file: raw }]);
      assert.equal(table.forDocument('file:///a.properties').enabled, true);
      const text = readSettingsText(JSON.stringify(raw));
      assert.equal(settingsFor(text.settings, 'a.properties').enabled, true);
      assert.equal(text.problems.length, 2);
    });
  }
});

describe('a table that is indexed by text', () => {
  const sources = ['server/src', 'client/src'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.generated.ts'))
      .map((path) => join(folder, path)),
  );

  it('is made by tableOf or is a Map, and is never asked with "in"', () => {
    const wrong = sources.filter((path) => {
      const source = readFileSync(path, 'utf8');
      const isPlain = /^(?:export )?const \w+: (?:Readonly<)?(?:Partial<)?Record<string,.*> = \{/m.test(source);
      return (
        isPlain ||
        /\bin [A-Z][A-Z]+(?:_[A-Z]+)*[)\s;]/.test(source.replace(/\/\/.*|\/\*\*[\s\S]*?\*\/|'[^'\n]*'|`[^`]*`/g, ''))
      );
    });
    assert.deepEqual(wrong, [], 'write `= tableOf({ … })`, or a Map in the client');
  });
});
