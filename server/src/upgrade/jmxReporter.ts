import type { Reader } from '../catalogue/reader';
import { isAtLeast, type KafkaVersion } from '../model/version';
import { setEntry } from '../rules/fixes';
import type { UpgradeChange } from './change';

const KEY = 'metric.reporters';
const SWITCH = 'auto.include.jmx.reporter';
const JMX = 'org.apache.kafka.common.metrics.JmxReporter';

/**
 * Up to 3.9 Kafka adds the JMX reporter to the listed ones by itself, unless auto.include.jmx.reporter=false. From 4.0
 * on it stands in the default of the list only, so that whoever has a list of his own loses it.
 */
export function lostJmxReporter(reader: Reader, from: KafkaVersion, to: KafkaVersion): UpgradeChange[] {
  if (isAtLeast(from, '4.0') || !isAtLeast(to, '4.0')) return [];
  const entry = reader.entry(KEY);
  const isOff = reader.entry(SWITCH)?.value.text.trim().toLowerCase() === 'false';
  if (entry?.value.kind !== 'literal' || isOff) return [];
  const reporters = entry.value.text.split(',').map((name) => name.trim());
  if (reporters.includes(JMX)) return [];
  const message = `${entry.writtenKey} has no ${JMX}: Kafka adds it up to 3.9; from 4.0 on the metrics that it shows over JMX are gone without it.`;
  const value = [...reporters.filter((name) => name !== ''), JMX].join(',');
  return [{ kind: 'advice', key: entry.writtenKey, span: entry.span, message, fixes: [setEntry(entry, value)] }];
}
