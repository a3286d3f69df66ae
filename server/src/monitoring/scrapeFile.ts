/** A process of Kafka with the exporter's agent in it. */
export interface Node {
  readonly host: string;
  /** Where the agent serves metrics. */
  readonly port: number;
}

/** Where `kafka-lint lag --serve` is started with the address that its help has. */
export const LAG_TARGET = 'localhost:9308';

/** Prometheus's own file: every node is a target of its own. */
export function scrapeFile(nodes: readonly Node[], rulesFile: string, lagTarget = LAG_TARGET): string {
  const targets = nodes.map(({ host, port }) => `          - '${host}:${port}'\n`).join('');
  return `global:
  scrape_interval: 15s
  evaluation_interval: 15s

rule_files:
  - ${rulesFile}

scrape_configs:
  # Brokers and controllers, each with the agent of the JMX exporter.
  - job_name: kafka
    static_configs:
      - targets:
${targets}
  # Lag of consumer groups: kafka-lint lag --bootstrap-server HOST:PORT --serve ${lagTarget}
  - job_name: kafka-lag
    static_configs:
      - targets:
          - '${lagTarget}'
`;
}
