import assert from 'node:assert/strict';
import {
  CATALOGUE_VERSIONS,
  keysOf,
  lookup,
  NEWEST_VERSION,
  rolesOf,
  settingAt,
  settingsOf,
  successionOf,
} from '../../server/src/catalogue/catalogue';
import { versionIndex } from '../../server/src/catalogue/data';
import { describe as describeKey } from '../../server/src/catalogue/describe';
import { BROKER_DESCRIPTIONS } from '../../server/src/catalogue/descriptions/broker';
import { CLIENT_DESCRIPTIONS } from '../../server/src/catalogue/descriptions/client';
import { CONNECT_DESCRIPTIONS } from '../../server/src/catalogue/descriptions/connect';
import { CONSUMER_DESCRIPTIONS } from '../../server/src/catalogue/descriptions/consumer';
import { PRODUCER_DESCRIPTIONS } from '../../server/src/catalogue/descriptions/producer';
import { STREAMS_DESCRIPTIONS } from '../../server/src/catalogue/descriptions/streams';
import { TOPIC_DESCRIPTIONS } from '../../server/src/catalogue/descriptions/topic';
import { suggest } from '../../server/src/catalogue/suggest';
import { unitOf } from '../../server/src/catalogue/units';
import { ROLES, type Role } from '../../server/src/model/scope';

describe('catalogue', () => {
  it('covers every release line from 2.8 on without a gap', () => {
    const threes = Array.from({ length: 10 }, (_, minor) => `3.${minor}`);
    const fours = CATALOGUE_VERSIONS.filter((version) => version.startsWith('4.'));
    assert.deepEqual(CATALOGUE_VERSIONS, ['2.8', ...threes, ...fours]);
    assert.deepEqual(
      fours,
      fours.map((_, minor) => `4.${minor}`),
    );
    assert.equal(NEWEST_VERSION, CATALOGUE_VERSIONS.at(-1));
  });

  it('takes the nearest end for versions outside', () => {
    assert.equal(versionIndex('1.0'), 0);
    assert.equal(versionIndex('3.10'), CATALOGUE_VERSIONS.indexOf('3.9'));
    assert.equal(versionIndex('9.0'), CATALOGUE_VERSIONS.length - 1);
  });

  const CHANGED_DEFAULTS: [Role, string, [string, string][]][] = [
    [
      'producer',
      'linger.ms',
      [
        ['2.8', '0'],
        ['4.0', '5'],
      ],
    ],
    [
      'producer',
      'acks',
      [
        ['2.8', '1'],
        ['3.0', 'all'],
      ],
    ],
    [
      'producer',
      'enable.idempotence',
      [
        ['2.8', 'false'],
        ['3.0', 'true'],
      ],
    ],
    [
      'consumer',
      'session.timeout.ms',
      [
        ['2.8', '10000'],
        ['3.0', '45000'],
      ],
    ],
    [
      'broker',
      'num.recovery.threads.per.data.dir',
      [
        ['2.8', '1'],
        ['4.0', '2'],
      ],
    ],
  ];
  for (const [role, key, expected] of CHANGED_DEFAULTS) {
    it(`knows that the default of ${key} changed`, () => {
      const defaults = lookup(role, key)
        ?.defaults()
        .map(({ from, value }) => [from, value]);
      assert.deepEqual(defaults, expected);
    });
  }

  it('knows that 4.0 refuses segments under 1 MiB', () => {
    assert.equal(settingAt('broker', 'log.segment.bytes', '3.9')?.constraint?.min, '14');
    assert.equal(settingAt('broker', 'log.segment.bytes', '4.0')?.constraint?.min, '1048576');
  });

  it('knows what 4.0 removed and what came with it', () => {
    assert.equal(lookup('broker', 'zookeeper.connect')?.removed, '4.0');
    assert.equal(settingAt('broker', 'zookeeper.connect', '4.0'), undefined);
    assert.equal(settingAt('broker', 'process.roles', '4.0')?.default, undefined);
    assert.equal(lookup('consumer', 'group.protocol')?.since, '3.7');
    assert.deepEqual(lookup('topic', 'message.timestamp.difference.max.ms')?.replacedBy, [
      'message.timestamp.before.max.ms',
      'message.timestamp.after.max.ms',
    ]);
  });

  it('tells how brokers take changes over, and which broker keys stand behind a topic key', () => {
    assert.equal(settingAt('broker', 'log.retention.ms', '3.9')?.updateMode, 'cluster-wide');
    assert.equal(settingAt('broker', 'node.id', '3.9')?.updateMode, 'read-only');
    assert.deepEqual(settingAt('topic', 'retention.ms', '4.0')?.synonyms, [
      'log.retention.ms',
      'log.retention.minutes',
      'log.retention.hours',
    ]);
  });

  it('names the roles that a key belongs to', () => {
    assert.deepEqual(rolesOf('batch.size'), ['producer']);
    assert.deepEqual([...rolesOf('compression.type')].sort(), ['broker', 'producer', 'topic']);
    assert.deepEqual(rolesOf('toString'), []);
    assert.equal(lookup('broker', 'constructor'), undefined);
  });

  it('has definitions for every role in every version', () => {
    for (const role of ROLES) {
      for (const version of CATALOGUE_VERSIONS) assert.ok(settingsOf(role, version).length > 15, `${role} ${version}`);
    }
  });

  it('has a note or a successor for what it calls deprecated', () => {
    const roles: Role[] = ['broker', 'topic', 'streams', 'mirror-maker'];
    for (const role of roles) {
      for (const key of keysOf(role)) {
        const succession = successionOf(role, key);
        if (!succession) continue;
        assert.ok(succession.replacedBy || succession.note || succession.deprecated, key);
        for (const successor of succession.replacedBy ?? []) assert.ok(lookup(role, successor), successor);
      }
    }
  });
});

describe('suggestions', () => {
  const cases: [Role, string, string | undefined][] = [
    ['producer', 'lingr.ms', 'linger.ms'],
    ['producer', 'batchSize', 'batch.size'],
    ['producer', 'BATCH_SIZE', 'batch.size'],
    ['broker', 'num.replica.fetcher', 'num.replica.fetchers'],
    ['broker', 'log.retention.hour', 'log.retention.hours'],
    ['broker', 'my.own.plugin.setting', undefined],
    ['producer', 'linger.ms', undefined],
  ];
  for (const [role, key, expected] of cases) {
    it(`for ${key}: ${expected ?? 'none'}`, () => assert.equal(suggest(role, key, '4.0'), expected));
  }
});

describe('descriptions', () => {
  const tables: [Readonly<Record<string, string>>, Role[]][] = [
    [BROKER_DESCRIPTIONS, ['broker']],
    [TOPIC_DESCRIPTIONS, ['topic']],
    [PRODUCER_DESCRIPTIONS, ['producer']],
    [CONSUMER_DESCRIPTIONS, ['consumer']],
    [CLIENT_DESCRIPTIONS, ['client', 'broker']],
    [CONNECT_DESCRIPTIONS, ['connect-distributed', 'connect-standalone', 'connector', 'mirror-maker']],
    [STREAMS_DESCRIPTIONS, ['streams']],
  ];
  // The authorizer reads these two itself, so no ConfigDef has them.
  const AUTHORIZER = ['allow.everyone.if.no.acl.found', 'super.users'];

  it('are of keys that Kafka has', () => {
    for (const [table, roles] of tables) {
      const unknown = Object.keys(table).filter((key) => !roles.some((role) => lookup(role, key)));
      assert.deepEqual(
        unknown.filter((key) => !AUTHORIZER.includes(key)),
        [],
      );
    }
  });

  it('are sentences', () => {
    for (const [table] of tables) {
      for (const [key, text] of Object.entries(table)) assert.match(text, /^[`A-Z].*[.]$/, key);
    }
  });

  it('are there for every topic key and most others', () => {
    const share = (role: Role) => {
      const settings = settingsOf(role, '4.0').filter((setting) => !setting.internal);
      return settings.filter((setting) => describeKey(role, setting.key)).length / settings.length;
    };
    assert.equal(share('topic'), 1);
    for (const role of ['broker', 'producer', 'consumer', 'streams', 'connect-distributed'] as const) {
      assert.ok(share(role) > 0.7, `${role}: ${share(role)}`);
    }
  });

  it('reach settings of one listener', () => {
    const key = 'listener.name.internal.plain.sasl.jaas.config';
    assert.equal(describeKey('broker', key), CLIENT_DESCRIPTIONS['sasl.jaas.config']);
  });
});

describe('units', () => {
  const cases: [string, string | undefined][] = [
    ['log.retention.ms', 'ms'],
    ['producer.linger.ms', 'ms'],
    ['log.retention.hours', 'h'],
    ['offsets.retention.minutes', 'min'],
    ['batch.size', 'bytes'],
    ['max.request.size', 'bytes'],
    ['log.cleaner.io.max.bytes.per.second', 'bytes/s'],
    ['num.io.threads', undefined],
    ['group.max.size', undefined],
    ['log.flush.interval.messages', 'count'],
    ['node.id', undefined],
  ];
  for (const [key, unit] of cases) it(`of ${key}: ${unit ?? 'none'}`, () => assert.equal(unitOf(key), unit));
});
