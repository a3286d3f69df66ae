/** The letters and digits of a name, which all ways to write it have in common. */
export function lettersOf(metric: string): string {
  return metric.replace(/_/g, '').toLowerCase();
}

/** Named as exporters name it: a colon is in the names that recording rules give. */
export function isKafkaMetric(metric: string): boolean {
  return /^kafka_[^:]*$/i.test(metric);
}
