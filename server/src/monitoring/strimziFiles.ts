import { EXPORTER_CONFIG } from './exporterConfig';
import type { MonitoringFile, Watched } from './stack';

/** What Strimzi and Prometheus's operator read: the exporter's rules, a patch of the cluster, and who is scraped. */
export function strimziFiles({ resource }: Watched): MonitoringFile[] {
  const name = resource?.name ?? 'my-cluster';
  const namespace = resource?.namespace === undefined ? '' : `  namespace: ${resource.namespace}\n`;
  const config = EXPORTER_CONFIG.replace(/^(?=.)/gm, '    ');
  return [
    {
      path: 'kafka-metrics.yaml',
      text: `apiVersion: v1
kind: ConfigMap
metadata:
  name: kafka-metrics
${namespace}data:
  jmx-exporter.yml: |
${config}`,
    },
    {
      path: 'kafka-patch.yaml',
      text: `# kubectl patch kafka ${name} --type merge --patch-file monitoring/kafka-patch.yaml
# Strimzi's own exporter of lag has the names that the alerts and dashboards ask for.
spec:
  kafka:
    metricsConfig:
      type: jmxPrometheusExporter
      valueFrom:
        configMapKeyRef:
          name: kafka-metrics
          key: jmx-exporter.yml
  kafkaExporter:
    topicRegex: '.*'
    groupRegex: '.*'
`,
    },
    {
      path: 'pod-monitor.yaml',
      text: `apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata:
  name: kafka
${namespace}spec:
  selector:
    matchLabels:
      strimzi.io/cluster: ${name}
      strimzi.io/kind: Kafka
  podMetricsEndpoints:
    - port: tcp-prometheus
      path: /metrics
      interval: 15s
      relabelings:
        # The pod rather than its address, which changes with each restart.
        - sourceLabels: [__meta_kubernetes_pod_name]
          targetLabel: instance
`,
    },
  ];
}
