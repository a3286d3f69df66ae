import type { MonitoringFile, WatchedNode } from './stack';

/** A file beside the project's own: `docker compose -f docker-compose.yml -f monitoring/compose.yml up`. */
export function composeFile(nodes: readonly WatchedNode[], port: number): MonitoringFile[] {
  const agent = `-javaagent:/monitoring/jmx_prometheus_javaagent.jar=${port}:/monitoring/jmx-exporter.yml`;
  const brokers = nodes.map(({ service, options }) => {
    const value = options === undefined ? agent : `${options} ${agent}`;
    return `  ${service}:
    environment:
      KAFKA_OPTS: ${JSON.stringify(value)}
    volumes:
      - ./monitoring:/monitoring:ro
`;
  });
  const text = `# Beside the project's own file: docker compose -f docker-compose.yml -f monitoring/compose.yml up -d
# monitoring/jmx_prometheus_javaagent.jar is a jar of the JMX exporter's releases. Tools that are run in the container of a broker
# want the port of its agent too; start them with an empty variable: docker compose exec -e KAFKA_OPTS= kafka kafka-topics …
services:
${brokers.join('')}  prometheus:
    image: prom/prometheus:v2.53.0
    volumes:
      - ./monitoring:/etc/prometheus:ro
    extra_hosts:
      - host.docker.internal:host-gateway
    ports:
      - 127.0.0.1:9090:9090
  grafana:
    image: grafana/grafana:11.1.0
    environment:
      GF_SECURITY_ADMIN_PASSWORD: \${GRAFANA_PASSWORD:?set GRAFANA_PASSWORD}
    volumes:
      - ./monitoring/grafana:/etc/grafana/provisioning:ro
      - ./monitoring/dashboards:/var/lib/grafana/dashboards:ro
    ports:
      - 127.0.0.1:3000:3000
`;
  return [
    { path: 'compose.yml', text },
    { path: 'grafana/datasources/prometheus.yml', text: DATASOURCES },
    { path: 'grafana/dashboards/kafka.yml', text: PROVIDERS },
  ];
}

const DATASOURCES = `apiVersion: 1
datasources:
  - name: Prometheus
    type: prometheus
    url: http://prometheus:9090
    isDefault: true
`;

const PROVIDERS = `apiVersion: 1
providers:
  - name: kafka
    type: file
    options:
      path: /var/lib/grafana/dashboards
`;
