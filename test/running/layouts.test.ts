import assert from 'node:assert/strict';
import type { ConnectionState } from '../../client/src/connections/connections';
import { BrokerDisks } from '../../client/src/running/brokerDisks';
import { Layouts } from '../../client/src/running/layouts';
import { runningContent } from '../../client/src/running/runningContent';
import type { Cluster } from '../../server/src/cluster/cluster';
import type { ClusterLayout, DescribedConfigs, LogDir } from '../../server/src/cluster/model';

const LAYOUT: ClusterLayout = { kafkaVersion: '4.3', brokers: [{ id: 1, host: 'a', port: 1 }], topics: [] };

/** A connected cluster that counts what is asked of it. */
function connected(
  answer: { layout?: () => Promise<ClusterLayout>; configs?: DescribedConfigs; disks?: () => Promise<LogDir[]> } = {},
) {
  const asked: string[] = [];
  const cluster: Cluster = {
    refresh: () => Promise.reject(new Error('No lag is asked for.')),
    layout: () => {
      asked.push('layout');
      return answer.layout?.() ?? Promise.resolve(LAYOUT);
    },
    configsOf: async (resources) => {
      asked.push(...resources.map(({ kind, name }) => `${kind} ${name}`));
      return answer.configs ?? { configs: [], problems: [] };
    },
    logDirsOf: async (broker) => {
      asked.push(`disks of ${broker}`);
      return answer.disks?.() ?? [];
    },
    reconnect: () => {},
    close: () => {},
  };
  const first = { takenAt: 0, brokers: [], groups: [], unhealthy: [], problems: [] };
  return { asked, state: { kind: 'connected', cluster, first } satisfies ConnectionState };
}

describe('the topics of a cluster', () => {
  it('are asked for when somebody looks, and not again at once', async () => {
    const { asked, state } = connected();
    let now = 0;
    let changes = 0;
    const layouts = new Layouts(
      { stateOf: () => state },
      () => {
        changes += 1;
      },
      () => now,
    );
    assert.equal(layouts.of('dev').kind, 'unasked');
    await Promise.all([layouts.look('dev'), layouts.look('dev')]);
    assert.deepEqual(layouts.of('dev'), { kind: 'known', layout: LAYOUT });
    assert.equal(changes, 2);
    await layouts.look('dev');
    assert.equal(asked.length, 1);
    now = 61_000;
    await layouts.look('dev');
    assert.equal(asked.length, 2);
  });

  it('say why they are not known, and are another connection’s no more', async () => {
    const failing = connected({ layout: () => Promise.reject(new Error('The broker is on fire.')) });
    let state: ConnectionState = failing.state;
    const layouts = new Layouts({ stateOf: () => state }, () => {});
    await layouts.look('dev');
    assert.deepEqual(layouts.of('dev'), { kind: 'failed', reason: 'The broker is on fire.' });
    state = connected().state;
    assert.equal(layouts.of('dev').kind, 'unasked');
    state = { kind: 'disconnected' };
    await layouts.look('dev');
    assert.equal(layouts.of('dev').kind, 'unasked');
  });
});

describe('what is set for topics', () => {
  const topicsOf = (count: number): ClusterLayout => ({
    ...LAYOUT,
    topics: Array.from({ length: count }, (_, at) => ({
      topic: `t${at}`,
      isInternal: false,
      partitions: 1,
      replicas: 1,
      offline: 0,
      underReplicated: 0,
    })),
  });

  it('is known behind the topics themselves, as far as it may be seen', async () => {
    const setting = { key: 'retention.ms', value: '1', source: 'DYNAMIC_TOPIC_CONFIG', isReadOnly: false } as const;
    const configs = [{ kind: 'topic', name: 't0', settings: [{ ...setting, isSensitive: false }] }] as const;
    const { state } = connected({ layout: async () => topicsOf(2), configs: { configs, problems: ['t1 is hidden'] } });
    const seen: unknown[] = [];
    const layouts: Layouts = new Layouts({ stateOf: () => state }, () => seen.push(layouts.of('dev')));
    await layouts.look('dev');
    assert.deepEqual(
      seen.map((layout) => [Object(layout).kind, [...(Object(layout).settings?.keys() ?? [])]]),
      [
        ['asked', []],
        ['known', []],
        ['known', ['t0']],
      ],
    );
  });
});

describe('the disks of a broker', () => {
  it('are asked for when somebody looks, of that broker alone, and may be hidden', async () => {
    let answer = (): Promise<LogDir[]> => Promise.resolve([{ path: '/data', isOffline: false }]);
    const { asked, state } = connected({ disks: () => answer() });
    let now = 0;
    const disks = new BrokerDisks(
      { stateOf: () => state },
      () => {},
      () => now,
    );
    assert.equal(disks.of('dev', 1).kind, 'unasked');
    await Promise.all([disks.look('dev', 1), disks.look('dev', 1)]);
    assert.deepEqual(disks.of('dev', 1), { kind: 'known', dirs: [{ path: '/data', isOffline: false }] });
    assert.equal(disks.of('dev', 2).kind, 'unasked');
    now = 61_000;
    answer = () => Promise.reject(new Error('It has just ended.'));
    await disks.look('dev', 1);
    assert.deepEqual(disks.of('dev', 1), { kind: 'failed', reason: 'It has just ended.' });
    assert.deepEqual(asked, ['disks of 1', 'disks of 1']);
  });
});

describe('the document of a running configuration', () => {
  const wanted = { cluster: 'dev', kind: 'broker', name: '1' } as const;

  it('is read when it is shown: one request for the cluster and one for the part', async () => {
    const setting = { key: 'num.io.threads', value: '4', source: 'STATIC_BROKER_CONFIG', isReadOnly: false } as const;
    const configs = [{ kind: 'broker', name: '1', settings: [{ ...setting, isSensitive: false }] }] as const;
    const { asked, state } = connected({ configs: { configs, problems: [] } });
    const text = await runningContent(wanted, { stateOf: () => state }, () => 0);
    assert.match(text, /^# Broker 1 of dev at a:1$/m);
    assert.match(text, /^num\.io\.threads=4$/m);
    assert.deepEqual(asked, ['layout', 'broker 1']);
  });

  it('says in a comment why there is none', async () => {
    const { state } = connected({ configs: { configs: [], problems: ['Nobody may see it.\nacks=0'] } });
    assert.equal(await runningContent(wanted, { stateOf: () => state }), '# Nobody may see it. acks=0\n');
    const offline = await runningContent(wanted, { stateOf: () => ({ kind: 'disconnected' }) });
    assert.equal(offline, '# Connect dev to read its configuration.\n');
  });
});
