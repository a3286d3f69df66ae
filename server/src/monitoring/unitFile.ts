/** A drop-in of systemd's unit for Kafka: the agent in the process of the broker. */
export function unitFile(port: number): string {
  return `# For /etc/systemd/system/kafka.service.d/: then systemctl daemon-reload, and a restart of one node after another.
# The agent is a jar of the JMX exporter's releases. Tools of Kafka that are run by hand do not read this file, so that none of
# them wants the same port.
[Service]
Environment="KAFKA_OPTS=-javaagent:/opt/jmx-exporter/jmx_prometheus_javaagent.jar=${port}:/etc/kafka/jmx-exporter.yml"
`;
}
