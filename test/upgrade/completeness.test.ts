import assert from 'node:assert/strict';
import { keysOf, lookup, settingAt } from '../../server/src/catalogue/catalogue';
import { parseValue } from '../../server/src/catalogue/typed';
import type { Setting } from '../../server/src/catalogue/types';
import { lint } from '../../server/src/engine/lint';
import { parseDocument, renderEdits } from '../../server/src/formats/registry';
import type { ConfigDocument } from '../../server/src/model/document';
import { applyTextEdits } from '../../server/src/model/edit';
import type { Entry } from '../../server/src/model/entry';
import type { Role } from '../../server/src/model/scope';
import type { KafkaVersion } from '../../server/src/model/version';
import type { UpgradeReport } from '../../server/src/upgrade/change';
import { upgradeReports } from '../../server/src/upgrade/report';

const CONVERTERS = 'key.converter=org.example.Converter\nvalue.converter=org.example.Converter\n';

/** What a file of each role needs, so that Kafka refuses it for nothing else. */
const FILES: readonly (readonly [Role, string])[] = [
  [
    'broker',
    'process.roles=broker\nnode.id=4\ncontroller.quorum.voters=1@a:9093\ncontroller.listener.names=CONTROLLER\n' +
      'listeners=PLAINTEXT://:9092\nlog.dirs=/data\nremote.log.storage.system.enable=true\n' +
      'remote.log.storage.manager.class.name=org.example.Storage\n',
  ],
  ['topic', 'cleanup.policy=delete\n'],
  ['producer', 'bootstrap.servers=a:9092,b:9092\n'],
  ['consumer', 'bootstrap.servers=a:9092,b:9092\ngroup.id=g\n'],
  ['admin', 'bootstrap.servers=a:9092,b:9092\n'],
  ['connect-standalone', `${CONVERTERS}bootstrap.servers=a:9092,b:9092\noffset.storage.file.filename=/data/offsets\n`],
  [
    'connect-distributed',
    `${CONVERTERS}bootstrap.servers=a:9092,b:9092\ngroup.id=g\nconfig.storage.topic=c\noffset.storage.topic=o\nstatus.storage.topic=s\n`,
  ],
  ['connector', 'name=n\nconnector.class=org.example.Source\n'],
  ['streams', 'application.id=a\nbootstrap.servers=a:9092,b:9092\nstate.dir=/data\n'],
  ['mirror-maker', 'clusters=a,b\na.bootstrap.servers=a:9092\nb.bootstrap.servers=b:9092\na->b.enabled=true\n'],
];
const UPGRADES = (['2.8', '3.3', '3.6', '3.9'] as const).flatMap((from) =>
  (['4.1', '4.3'] as const).map((to) => [from, to] as const),
);

/** Settings whose absence means the same to both versions, though the definitions differ, each with the reason. */
const SAME_ABSENT: Readonly<Record<string, string>> = {
  'bootstrap.servers': 'a client has never started without it',
  'config.properties.exclude': 'the names of the same settings in the new version',
  'group.consumer.assignors': 'short names of the same classes',
  'group.coordinator.rebalance.protocols': 'group.version has the say, which the upgrade of a cluster does not change',
  'listener.security.protocol.map': 'the same pairs in another order',
  listeners: 'the REST port of a worker was another setting',
  'metric.reporters': 'the JMX reporter was added without being listed',
  'partitioner.class': 'the built-in partitioner places keyed records alike',
  'principal.builder.class': 'the class that null stood for',
  'process.roles': 'without it there is ZooKeeper, of which the broker’s own rule tells',
  'sasl.oauthbearer.expected.audience': 'null and empty are nothing',
  'ssl.cipher.suites': 'null and empty are nothing',
};
/** Keys that a version hands on to clients which still have them. */
const HANDED_ON = new Set(['streams retries']);

const SETTINGS = { severityOf: () => undefined };

function parse(role: Role, text: string): ConfigDocument {
  const path = `/srv/${role}.properties`;
  return parseDocument({ uri: `file://${path}`, path, text, hints: { role } }) ?? assert.fail(`${role} is no file.`);
}

function report(role: Role, text: string, from: KafkaVersion, to: KafkaVersion): UpgradeReport {
  return upgradeReports(parse(role, text), to, SETTINGS, from)[0] ?? assert.fail(`${role} has no report.`);
}

/** The file with other lines, which take the place of its own of the same key. */
function withLines(file: string, lines: ReadonlyMap<string, string>): string {
  const kept = file.split('\n').filter((line) => line !== '' && !lines.has(line.split('=')[0] ?? ''));
  return [...kept, ...Array.from(lines, ([key, value]) => `${key}=${value}`), ''].join('\n');
}

const OF_TYPE: Readonly<Record<string, string>> = { INT: '1', LONG: '1', SHORT: '1', DOUBLE: '1', BOOLEAN: 'true' };

function someValue({ type, default: usual, constraint }: Setting): string {
  return usual || (constraint?.oneOf?.[0] ?? constraint?.min ?? OF_TYPE[type] ?? 'org.example.Some');
}

/** Texts that the one definition takes and the other does not. */
function refusedLater(before: Setting, after: Setting): string[] {
  const { min, max, oneOf = [] } = before.constraint ?? {};
  const usual = before.default ?? '1';
  const candidates = [usual, min ?? '0', max ?? '-1', ...oneOf, `${usual},${usual}`, `${usual},,${usual}`, ''];
  return candidates.filter((text) => parseValue(before, text).kind === 'ok' && parseValue(after, text).kind !== 'ok');
}

describe('the upgrade report is complete', () => {
  for (const [role, file] of FILES) {
    it(`for ${role}: settings that are gone, and those that the new version refuses`, () => {
      for (const [from, to] of UPGRADES) {
        const gone = new Map<string, string>();
        const refused: Map<string, string>[] = [];
        for (const key of keysOf(role)) {
          const [before, after] = [settingAt(role, key, from), settingAt(role, key, to)];
          if (!before || HANDED_ON.has(`${role} ${key}`)) continue;
          if (!after) gone.set(key, someValue(before));
          else {
            refusedLater(before, after).forEach((text, index) => {
              refused[index] = (refused[index] ?? new Map()).set(key, text);
            });
          }
        }
        assertTold(role, file, gone, from, to, ['removed', 'renamed', 'rejected']);
        for (const lines of refused) assertTold(role, file, lines, from, to, ['rejected']);
      }
    });

    // A topic's absent setting is the broker's.
    if (role === 'topic') continue;
    it(`for ${role}: other defaults, each with the line that keeps the old one`, () => {
      for (const [from, to] of UPGRADES) {
        const told = report(role, file, from, to);
        const expected: readonly string[] = keysOf(role).filter(
          (key) => hasOtherDefault(role, key, from, to) && !file.includes(`${key}=`),
        );
        const changes = told.changes.filter(({ kind }) => kind === 'new-default');
        for (const key of expected) {
          const change = changes.find((one) => one.key === key) ?? assert.fail(`${key}, ${from} to ${to}`);
          const [fix] = change.fixes;
          // What the old default was is no value of the new version's.
          if (!fix) continue;
          const text = applyTextEdits(file, renderEdits(told.document, fix.edits));
          const kept: Entry | undefined = parse(role, text).scopes[0]?.entries.find((entry) => entry.key === key);
          assert.equal(kept?.value.text, settingAt(role, key, from)?.default, text);
          const again = report(role, text, from, to).changes.filter((one) => one.key === key);
          assert.ok(!again.some(({ kind }) => kind === 'rejected' || kind === 'new-default'), text);
        }
      }
    });
  }
});

function hasOtherDefault(role: Role, key: string, from: KafkaVersion, to: KafkaVersion): boolean {
  const [before, after] = [settingAt(role, key, from), settingAt(role, key, to)];
  if (!before?.default || before.internal || !after || after.default === undefined) return false;
  return before.default !== after.default && !Object.hasOwn(SAME_ABSENT, key);
}

function assertTold(
  role: Role,
  file: string,
  lines: ReadonlyMap<string, string>,
  from: KafkaVersion,
  to: KafkaVersion,
  kinds: readonly string[],
): void {
  const told = report(role, withLines(file, lines), from, to).changes;
  for (const [key, value] of lines) {
    const own = told.filter((change) => change.key === key);
    const where = `${role} ${key}=${value}, ${from} to ${to}: ${own.map(({ kind }) => kind).join()}`;
    // What the old version does not take either, for a reason that its definition does not hold, is no news.
    if (own.length === 0 && isWrongAlready(role, file, key, value, from)) continue;
    assert.ok(
      own.some(({ kind }) => kinds.includes(kind)),
      where,
    );
    const successors = lookup(role, key)?.replacedBy ?? [];
    if (own.some(({ kind }) => kind === 'renamed')) assert.ok(successors.length > 0, where);
  }
}

function isWrongAlready(role: Role, file: string, key: string, value: string, version: KafkaVersion): boolean {
  const text = `# kafka-lint version=${version}\n${withLines(file, new Map([[key, value]]))}`;
  const { findings } = lint(parse(role, text), SETTINGS);
  return findings.some(({ severity, span }) => severity === 'error' && span.start >= text.lastIndexOf(`${key}=`));
}
