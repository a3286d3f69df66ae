import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { expositionOf } from '../../../server/src/cli/live/exposition';
import { startMetricsServer } from '../../../server/src/cli/live/metricsServer';
import { sampleReading } from './sample';

/** Accepted by Prometheus’ and OpenMetrics’ own readers: `npm run judge:metrics` asks them and writes it. */
const ACCEPTED = new URL('expectations/metrics.txt', import.meta.url);

describe('metrics of lag', () => {
  it('are the text that promtool and the reader of OpenMetrics have accepted', async () => {
    const reading = await sampleReading();
    const text = [...expositionOf({ reading, isUp: true, ageSeconds: 1.5 })].join('');
    assert.equal(text, readFileSync(ACCEPTED, 'utf8'));
  });

  it('leave a series out whose number is not known', async () => {
    const text = [...expositionOf({ reading: await sampleReading(), isUp: true, ageSeconds: 0 })].join('');
    const of = (group: string) => text.split('\n').filter((line) => line.includes(`consumergroup="${group}"`));
    const lags = (group: string) => of(group).filter((line) => line.startsWith('kafka_consumergroup_lag'));
    assert.deepEqual(lags('fresh'), [
      'kafka_consumergroup_lag{consumergroup="fresh",topic="orders",partition="0"} 60',
      'kafka_consumergroup_lag_sum{consumergroup="fresh",topic="orders"} 60',
    ]);
    assert.deepEqual(lags('deleted'), [], 'The topic is gone, and so is its lag.');
    assert.ok(of('deleted').includes('kafka_lint_consumergroup_unknown_partitions{consumergroup="deleted"} 1'));
  });

  it('tell of a cluster that does not answer nothing but that', () => {
    const lines = [...expositionOf({ isUp: false, ageSeconds: 90 })].join('').split('\n');
    const samples = lines.filter((line) => line !== '' && !line.startsWith('#'));
    assert.deepEqual(samples, ['kafka_lint_up 0', 'kafka_lint_snapshot_age_seconds 90']);
  });

  it('are served at /metrics, in the format that is asked for, and nothing else is', async () => {
    const { address, server } = await startMetricsServer({ host: '127.0.0.1', port: 0 }, () => ({
      isUp: false,
      ageSeconds: undefined,
    }));
    try {
      const ask = (path: string, init: RequestInit = {}) => fetch(`http://${address}${path}`, init);
      const plain = await ask('/metrics');
      assert.match(plain.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
      assert.match(await plain.text(), /\nkafka_lint_up 0\n[\s\S]*# EOF\n$/);
      const open = await ask('/metrics?x=1', { headers: { Accept: 'application/openmetrics-text;version=1.0.0' } });
      assert.match(open.headers.get('content-type') ?? '', /^application\/openmetrics-text; version=1\.0\.0/);
      await open.text();
      assert.equal((await ask('/')).status, 404);
      assert.equal((await ask('/metrics', { method: 'POST', body: 'x' })).status, 405);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });
});
