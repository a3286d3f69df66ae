import { ALERTS, type Alert } from './alerts';

/** When the tests look: behind every wait. */
const EVALUATED = '40m';

/** A rule file of Prometheus with all alerts. */
export function ruleFile(): string {
  return `# Alerts about a Kafka cluster; promtool check rules reads them, and promtool test rules their tests.\n${groups('')}`;
}

/** The same as the resource that Prometheus's operator reads. */
export function ruleResource(): string {
  return `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: kafka-alerts
  labels:
    role: alert-rules
spec:
${groups('  ')}`;
}

function groups(indent: string): string {
  const rules = ALERTS.flatMap(({ name, expr, wait, severity, summary, runbook }) => [
    `      - alert: ${name}`,
    `        expr: ${quoted(expr)}`,
    `        for: ${wait}`,
    '        labels:',
    `          severity: ${severity}`,
    '        annotations:',
    `          summary: ${quoted(summary)}`,
    `          runbook: ${quoted(runbook)}`,
  ]);
  return ['groups:', '  - name: kafka', '    rules:', ...rules].map((line) => `${indent}${line}\n`).join('');
}

/** Tests for promtool: each alert fires under its fault, and rests in good order. */
export function ruleTests(rulesFile: string): string {
  const tests = ALERTS.flatMap((alert) => [...testOf(alert, true), ...testOf(alert, false)]);
  const head = ['rule_files:', `  - ${rulesFile}`, 'evaluation_interval: 1m', 'tests:'];
  return [...head, ...tests].map((line) => `${line}\n`).join('');
}

function testOf(alert: Alert, isFiring: boolean): string[] {
  const series = isFiring ? alert.fires : alert.rests;
  const { name, severity, summary, runbook, labels } = alert;
  // What has happened once is told for as long as its range sees it.
  const at = alert.wait === '0m' ? '10m' : EVALUATED;
  const expected = [
    '        exp_alerts:',
    '          - exp_labels:',
    `              severity: ${severity}`,
    ...Object.entries(labels).map(([label, value]) => `              ${label}: ${quoted(value)}`),
    '            exp_annotations:',
    `              summary: ${quoted(summary)}`,
    `              runbook: ${quoted(runbook)}`,
  ];
  return [
    '  - interval: 1m',
    '    input_series:',
    ...series.flatMap(([one, values]) => [
      `      - series: ${quoted(one)}`,
      `        values: ${quoted(lasting(values))}`,
    ]),
    '    alert_rule_test:',
    `      - eval_time: ${at}`,
    `        alertname: ${name}`,
    ...(isFiring ? expected : ['        exp_alerts: []']),
  ];
}

/** The last value goes on until behind the time at which the test looks. */
function lasting(values: string): string {
  return values.replace(/x(\d+)$/, (_, count: string) => `x${Math.max(Number(count), 60)}`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
