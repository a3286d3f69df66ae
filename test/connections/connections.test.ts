import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createClusterStore } from '../../client/src/connections/clusterStore';
import { Connections } from '../../client/src/connections/connections';
import type { Cluster } from '../../server/src/cluster/cluster';
import type { ClusterSnapshot } from '../../server/src/cluster/model';
import type { ClusterSettings } from '../../server/src/connection/model';
import { UNDESCRIBED } from '../cluster/support/undescribed';
import { memento, secretStorage } from './support/memory';

const DEV: ClusterSettings = { name: 'dev', bootstrapServers: ['a:1'], securityProtocol: 'PLAINTEXT' };
const PROD: ClusterSettings = {
  name: 'prod',
  bootstrapServers: ['b:2'],
  securityProtocol: 'SASL_SSL',
  sasl: { mechanism: 'PLAIN', username: 'u' },
};
const SNAPSHOT: ClusterSnapshot = { takenAt: 0, brokers: [], groups: [], unhealthy: [], problems: [] };

/** Clusters that answer when they are told to, and remember what became of them. */
class Fakes {
  readonly opened: { readonly brokers: readonly string[]; closed: boolean }[] = [];
  trusted = true;
  wanted: readonly string[] = [];
  settings: readonly unknown[] = [DEV, PROD];
  answer: () => Promise<ClusterSnapshot> = async () => SNAPSHOT;
  readonly store = createClusterStore({ read: () => this.settings, write: async () => {} }, secretStorage(), memento());

  connections(): Connections {
    return new Connections({
      store: this.store,
      isTrusted: () => this.trusted,
      wanted: {
        get: () => this.wanted,
        set: (names) => {
          this.wanted = names;
        },
      },
      readText: async () => '',
      open: async ({ brokers }): Promise<Cluster> => {
        const one = { brokers, closed: false };
        this.opened.push(one);
        return {
          ...UNDESCRIBED,
          refresh: () => this.answer(),
          reconnect: () => {},
          close: () => {
            one.closed = true;
          },
        };
      },
    });
  }

  get open(): number {
    return this.opened.filter(({ closed }) => !closed).length;
  }
}

describe('connections', () => {
  it('open, tell each state, and close', async () => {
    const fakes = new Fakes();
    const connections = fakes.connections();
    const seen: string[] = [];
    connections.onDidChange(() => seen.push(connections.stateOf('dev').kind));
    await connections.connect(DEV);
    connections.disconnect('dev');
    assert.deepEqual(seen, ['connecting', 'connected', 'disconnected']);
    assert.equal(fakes.open, 0);
    assert.equal(fakes.opened.length, 1);
  });

  it('connect to nothing from a workspace that is not trusted', async () => {
    const fakes = new Fakes();
    fakes.trusted = false;
    const state = await fakes.connections().connect(DEV);
    assert.equal(state.kind, 'failed');
    fakes.wanted = ['dev'];
    await fakes.store.approve(DEV);
    await fakes.connections().resume();
    assert.equal(fakes.opened.length, 0);
  });

  it('connect to nothing by themselves that a person has not connected to before', async () => {
    const fakes = new Fakes();
    fakes.wanted = ['dev'];
    await fakes.connections().resume();
    assert.equal(fakes.opened.length, 0);
    await fakes.connections().connect(DEV);
    assert.deepEqual(fakes.wanted, ['dev']);
    const next = fakes.connections();
    await next.resume();
    assert.equal(next.stateOf('dev').kind, 'connected');
    const moved = { ...DEV, bootstrapServers: ['evil:1'] };
    fakes.settings = [moved];
    const last = fakes.connections();
    await last.resume();
    assert.equal(last.stateOf('dev').kind, 'disconnected');
    assert.ok(!fakes.opened.some(({ brokers }) => brokers.includes('evil:1')));
  });

  it('explain a failure, and leave nothing open', async () => {
    const fakes = new Fakes();
    const connections = fakes.connections();
    assert.deepEqual(await connections.connect(PROD), {
      kind: 'failed',
      error: {
        message: 'The password of prod is not stored on this machine. Edit the cluster to enter it.',
        whatToDo: '',
      },
    });
    fakes.answer = async () => {
      throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    };
    const state = await connections.connect(DEV);
    assert.ok(state.kind === 'failed');
    assert.match(state.error.message, /Nothing listens/);
    assert.equal(fakes.open, 0);
    assert.deepEqual(fakes.wanted, [], 'what never worked is not tried by itself');
  });

  it('give up when the person does', async () => {
    const fakes = new Fakes();
    const connections = fakes.connections();
    const abort = new AbortController();
    fakes.answer = async () => {
      abort.abort();
      throw new Error('closed');
    };
    assert.deepEqual(await connections.connect(DEV, abort.signal), { kind: 'disconnected' });
    assert.equal(connections.stateOf('dev').kind, 'disconnected');
    assert.equal(fakes.open, 0);
  });

  it('close what answers after somebody has disconnected', async () => {
    const fakes = new Fakes();
    const connections = fakes.connections();
    fakes.answer = async () => {
      connections.disconnect('dev');
      return SNAPSHOT;
    };
    assert.deepEqual(await connections.connect(DEV), { kind: 'disconnected' });
    assert.equal(fakes.open, 0);
  });

  it('end when the settings send them elsewhere, and with the window', async () => {
    const fakes = new Fakes();
    const connections = fakes.connections();
    await connections.connect(DEV);
    connections.refreshSettings();
    fakes.settings = [Object.fromEntries(Object.entries(DEV).reverse())];
    connections.refreshSettings();
    assert.equal(connections.stateOf('dev').kind, 'connected', 'the order of keys says nothing');
    fakes.settings = [{ ...DEV, bootstrapServers: ['c:3'] }];
    connections.refreshSettings();
    assert.equal(connections.stateOf('dev').kind, 'disconnected');
    await connections.connect(DEV);
    connections.dispose();
    assert.equal(fakes.open, 0);
    assert.deepEqual(fakes.wanted, ['dev']);
  });
});
