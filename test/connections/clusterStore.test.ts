import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { createClusterStore } from '../../client/src/connections/clusterStore';
import type { ClusterSettings } from '../../server/src/connection/model';
import { memento, secretStorage } from './support/memory';

const PROD: ClusterSettings = {
  name: 'prod',
  bootstrapServers: ['a:1'],
  securityProtocol: 'SASL_SSL',
  sasl: { mechanism: 'PLAIN', username: 'u' },
};
const DEV: ClusterSettings = { name: 'dev', bootstrapServers: ['b:2'], securityProtocol: 'PLAINTEXT' };

describe('the store of clusters', () => {
  let setting: unknown;
  let secrets = new Map<string, string>();
  beforeEach(() => {
    setting = undefined;
    secrets = new Map();
  });
  const open = () => {
    const write = async (clusters: readonly unknown[]): Promise<void> => {
      setting = JSON.parse(JSON.stringify(clusters));
    };
    return createClusterStore({ read: () => setting, write }, secretStorage(secrets), memento());
  };

  it('keeps secrets out of the settings', async () => {
    const store = open();
    await store.save(PROD, { password: 'tOp' });
    assert.deepEqual(setting, [PROD]);
    assert.deepEqual(store.find('prod'), PROD);
    assert.deepEqual(await store.secretsOf('prod'), { password: 'tOp' });
    assert.ok(!JSON.stringify(setting).includes('tOp'));
  });

  it('changes a cluster in its place, under a new name too', async () => {
    const store = open();
    await store.save(PROD, { password: 'p' });
    await store.save(DEV, {});
    await store.save({ ...PROD, name: 'live' }, { password: 'q' }, 'prod');
    assert.deepEqual(
      store.list().clusters.map(({ name }) => name),
      ['live', 'dev'],
    );
    assert.deepEqual(await store.secretsOf('live'), { password: 'q' });
    assert.deepEqual(await store.secretsOf('prod'), {});
  });

  it('forgets a cluster with its secrets and its approval', async () => {
    const store = open();
    await store.save(PROD, { password: 'p' });
    await store.approve(PROD);
    await store.remove('prod');
    assert.deepEqual([setting, secrets.size, store.isApproved(PROD)], [[], 0, false]);
  });

  it('leaves what it cannot read as it is, and says what is wrong', async () => {
    setting = [{ name: 'typo', bootstrapServers: 'a' }, DEV, { ...DEV, bootstrapServers: ['c:3'] }, 5];
    const store = open();
    assert.deepEqual(store.list().clusters, [DEV]);
    assert.equal(store.list().problems.length, 3);
    await store.save(PROD, {});
    assert.deepEqual((setting as unknown[])[0], { name: 'typo', bootstrapServers: 'a' });
    await store.remove('prod');
    assert.equal((setting as unknown[]).length, 4);
  });

  it('approves one address and one way to log in, not a name', async () => {
    const store = open();
    await store.approve(PROD);
    assert.ok(store.isApproved(PROD));
    assert.ok(
      store.isApproved({ ...PROD, sasl: { username: 'u', mechanism: 'PLAIN' } }),
      'the order of keys says nothing',
    );
    assert.ok(!store.isApproved({ ...PROD, bootstrapServers: ['evil:1'] }));
    assert.ok(!store.isApproved({ ...PROD, securityProtocol: 'SASL_PLAINTEXT' }));
    assert.ok(!store.isApproved(DEV));
  });
});
