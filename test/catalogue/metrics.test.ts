import assert from 'node:assert/strict';
import { type ExporterConfig, exportedBy } from '../../server/src/catalogue/metrics/exporterRules';
import { beanAttributes, knownMetrics, stemOf } from '../../server/src/catalogue/metrics/knownMetrics';
import { readablePattern } from '../../server/src/catalogue/metrics/readablePattern';

const NOTHING: ExporterConfig = { lowercaseOutputName: true, rules: [], excluded: [] };
const rule = (pattern: string, name?: string) => ({ pattern, hasValue: false, ...(name !== undefined && { name }) });
const namesBy = (config: Partial<ExporterConfig>): Set<string> =>
  new Set(exportedBy({ ...NOTHING, ...config }, beanAttributes())?.map(({ name }) => name));

describe('what the JMX exporter makes of a broker', () => {
  it('is named by the first rule that takes an attribute', () => {
    const names = namesBy({
      rules: [
        rule('kafka.server<type=ReplicaManager, name=LeaderCount><>Value', 'leaders'),
        rule('kafka.server<type=(.+), name=(.+)><>Value', 'kafka_server_$1_$2'),
      ],
    });
    assert.ok(names.has('leaders'));
    assert.ok(!names.has('kafka_server_replicamanager_leadercount'));
    assert.ok(names.has('kafka_server_replicamanager_underreplicatedpartitions'));
  });

  it('has the domain, the first property and the attribute in its name where no rule gives one', () => {
    assert.ok(namesBy({}).has('kafka_server_replicamanager_value'));
    assert.ok(namesBy({ lowercaseOutputName: false }).has('kafka_server_ReplicaManager_Value'));
  });

  it('leaves out what is excluded, and what is not included', () => {
    const included = namesBy({ included: ['kafka.server:type=ReplicaManager,*'] });
    assert.deepEqual(
      [...included].filter((name) => !name.startsWith('kafka_server_replicamanager')),
      [],
    );
    assert.ok(included.size > 0);
    const excluded = namesBy({ excluded: ['kafka.server:*', 'kafka.network:type=RequestMetrics,*'] });
    assert.ok(![...excluded].some((name) => /kafka_server|requestmetrics/.test(name)));
    assert.ok(excluded.has('kafka_log_log_value'));
    assert.ok(
      namesBy({ excluded: ['kafka.server:type=*'] }).has('kafka_server_replicamanager_value'),
      'two properties',
    );
  });

  it('needs a value where the attribute is no number', () => {
    const pattern = 'kafka.server<type=raft-metrics><>current-state: (.+)';
    assert.deepEqual([...namesBy({ rules: [rule(pattern, 'state')] })], []);
    assert.deepEqual([...namesBy({ rules: [{ ...rule(pattern, 'state'), hasValue: true }] })], ['state']);
  });

  it('cannot be told of a pattern that Java reads in another way, or that takes long', () => {
    for (const pattern of [
      '(.+)+x',
      '(.+)(.+)(.+)(.+)(.+)x',
      '(?i)kafka',
      '\\p{Alpha}+',
      '.*+',
      '([',
      'a'.repeat(500),
    ]) {
      assert.equal(readablePattern(pattern), undefined, pattern);
      assert.equal(exportedBy({ ...NOTHING, rules: [rule(pattern)] }, beanAttributes()), undefined);
    }
  });
});

describe('metrics that were seen', () => {
  it('have the names that dashboards use', () => {
    const wanted = {
      kafka_server_replicamanager_underreplicatedpartitions: 'Strimzi',
      kafka_server_brokertopicmetrics_messagesin_total: 'kafka-2_0_0.yml',
      kafka_network_socketserver_networkprocessoravgidle_percent: 'Strimzi',
      kafka_network_socketserver_networkprocessoravgidlepercent: 'kafka-2_0_0.yml',
      kafka_consumer_fetch_manager_records_lag_max: 'Micrometer',
      kafka_consumer_records_lag_max: 'OpenTelemetry',
      kafka_consumergroup_lag: 'kafka_exporter',
    };
    for (const [name, source] of Object.entries(wanted)) {
      assert.ok(knownMetrics().get(stemOf(name))?.sources.includes(source), `${name} of ${source}`);
    }
  });

  it('have nothing of the instance that was run in them', () => {
    for (const [stem] of knownMetrics()) assert.doesNotMatch(stem, /brokerid|_\d+_|127_0_0_1|orders/);
  });
});
