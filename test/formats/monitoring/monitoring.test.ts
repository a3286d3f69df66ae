import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from '../../../server/src/formats/registry';
import type { ConfigDocument } from '../../../server/src/model/document';
import type { Query } from '../../../server/src/model/monitoring';

function read(path: string, text: string): ConfigDocument {
  return parseDocument({ uri: `file:///${path}`, path: `/${path}`, text }) ?? assert.fail(`nothing reads ${path}`);
}

function queriesIn(document: ConfigDocument): readonly Query[] {
  return document.monitoring?.flatMap(({ queries }) => queries) ?? [];
}

const METRIC = 'kafka_server_replicamanager_leadercount';

/** One expression, written in every way that a file may have it. */
const WRITTEN: Readonly<Record<string, string>> = {
  plain: `expr: sum by (job) (${METRIC}{job="a"}) > 1`,
  single: `expr: 'sum by (job) (${METRIC}{job="a"}) > 1'`,
  double: `expr: "sum by (job) (${METRIC}{job=\\"a\\"}) > 1"`,
  literal: `expr: |\n          sum by (job) (\n            ${METRIC}{job="a"}\n          ) > 1`,
  folded: `expr: >-\n          sum by (job)\n          (${METRIC}{job="a"}) > 1`,
  continued: `expr: sum by (job)\n          (${METRIC}{job="a"})\n          > 1`,
};

const rules = (expression: string): string =>
  `groups:\n  - name: kafka\n    rules:\n      - alert: Leaders\n        ${expression}\n        for: 5m\n`;

describe('queries', () => {
  for (const [style, expression] of Object.entries(WRITTEN)) {
    it(`have the place of every part, written ${style}`, () => {
      const text = rules(expression);
      const [query] = queriesIn(read('alerts.yml', text));
      const [selector] = query?.selectors ?? [];
      const at = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
      assert.ok(query && selector);
      assert.equal(at(selector.metricSpan), METRIC);
      assert.equal(at(selector.matchers[0]?.valueSpan ?? assert.fail('no label')), 'a');
      assert.deepEqual(
        selector.within.map(({ name }) => name),
        ['sum'],
      );
      assert.deepEqual(selector.compared, { operator: '>', number: 1 });
      assert.equal(at(query.nameSpan), 'Leaders');
      assert.equal(query.wait?.value, 300);
    });
  }

  it('have variables of Grafana where PromQL has something of its own', () => {
    const expr = `sum(rate(kafka_x_total{topic=~"$topic"}[$__rate_interval])) by ($group) > $limit or $metric`;
    const text = JSON.stringify({ panels: [{ title: 'x', targets: [{ expr }] }] });
    const [query] = queriesIn(read('kafka.json', text));
    const [first, second] = query?.selectors ?? [];
    assert.equal(first?.metric, 'kafka_x_total');
    assert.equal(first?.window, undefined);
    assert.deepEqual(
      first?.within.map(({ name }) => name),
      ['rate', 'sum'],
    );
    assert.equal(second?.metric, '', 'what a variable names nobody knows');
  });

  it('are read in rows, panels of panels, and what the interface of Grafana sends', () => {
    const panel = { title: 'x', targets: [{ expr: METRIC }, { expr: 'up' }] };
    const shapes = [
      { rows: [{ panels: [panel] }] },
      { panels: [{ panels: [panel] }] },
      { dashboard: { panels: [panel] } },
    ];
    for (const shape of shapes) assert.equal(queriesIn(read('k.json', JSON.stringify(shape))).length, 1);
  });

  it('are read in a ConfigMap and in a PrometheusRule', () => {
    const inner = rules(WRITTEN.literal ?? '');
    const map = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\ndata:\n  kafka.yml: |\n${inner.replace(/^(?=.)/gm, '    ')}`;
    const resource = `apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nspec:\n${inner.replace(/^(?=.)/gm, '  ')}`;
    for (const text of [map, resource]) {
      const [query] = queriesIn(read('kafka.yaml', text));
      const { start = 0, end = 0 } = query?.selectors[0]?.metricSpan ?? {};
      assert.equal(text.slice(start, end), METRIC);
    }
  });

  it('are none of ours where they are not about Kafka', () => {
    const text = rules('expr: node_load1 > 1').replace('name: kafka', 'name: kafka-hosts');
    assert.equal(read('alerts.yml', text).monitoring, undefined);
  });

  it('never make the reader throw, and keep their places, whatever is in them', () => {
    const piece = fc.constantFrom(
      'sum(',
      ')',
      METRIC,
      '{',
      '}',
      'a="b"',
      '[5m]',
      '[$x]',
      '"',
      "'",
      '\\',
      '> 1',
      '\n',
      'é',
      '😀',
      '#',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const expr = pieces.join(' ');
        const text = JSON.stringify({ panels: [{ title: 'x', targets: [{ expr }] }] });
        for (const { selectors } of queriesIn(read('k.json', text))) {
          for (const { metric, metricSpan } of selectors) {
            if (metric !== '') assert.equal(text.slice(metricSpan.start, metricSpan.end), metric);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('scrape configurations', () => {
  it('have jobs with their intervals and targets', () => {
    const text = `global:
  scrape_interval: 15s
scrape_configs:
  - job_name: kafka
    static_configs:
      - targets: ['kafka-1:7071', "kafka-2:7071"]
  - job_name: slow
    scrape_interval: 1m30s
    file_sd_configs:
      - files: [slow.json]
`;
    const [monitoring] = read('prometheus.yml', text).monitoring ?? [];
    assert.deepEqual(
      monitoring?.jobs.map(({ name, interval, discovers, targets }) => ({
        name,
        interval,
        discovers,
        targets: targets.map(({ host, port, quoting }) => ({ host, port, quoting })),
      })),
      [
        {
          name: 'kafka',
          interval: 15,
          discovers: false,
          targets: [
            { host: 'kafka-1', port: 7071, quoting: 'single' },
            { host: 'kafka-2', port: 7071, quoting: 'double' },
          ],
        },
        { name: 'slow', interval: 90, discovers: true, targets: [] },
      ],
    );
  });
});

describe('configurations of the JMX exporter', () => {
  it('are told from rules of Prometheus and from those of other programs', () => {
    const [own] = read('exporter.yml', 'rules:\n  - pattern: kafka.server<type=(.+)><>Value\n').monitoring ?? [];
    assert.equal(own?.exporter?.rules.length, 1);
    const tomcat = '# beside kafka\nlowercaseOutputName: true\nrules:\n  - pattern: Catalina<type=(.+)><>Value\n';
    assert.equal(read('exporter.yml', tomcat).monitoring, undefined);
  });
});
