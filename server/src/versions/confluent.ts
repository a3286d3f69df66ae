import type { KafkaVersion } from '../model/version';

/**
 * The first Kafka release line of each major version of Confluent Platform with the minor versions that it has: a
 * minor version of the platform has the next minor version of Kafka. From Confluent's "Supported Versions and
 * Interoperability", and for 8 from the release branches of its fork of Kafka.
 */
const LINES: Readonly<Record<number, { readonly kafka: readonly [number, number]; readonly minors: number }>> = {
  4: { kafka: [1, 0], minors: 2 },
  5: { kafka: [2, 0], minors: 6 },
  6: { kafka: [2, 6], minors: 3 },
  7: { kafka: [3, 0], minors: 10 },
  8: { kafka: [4, 0], minors: 4 },
};

/** Kafka's release line in a version of Confluent Platform: `7.6.1` or `7.6.1-ccs` has 3.6. */
export function kafkaOfConfluent(version: string): KafkaVersion | undefined {
  const [, major, minor] = /^v?(\d+)\.(\d+)(?=[.\-_]|$)/.exec(version) ?? [];
  // All of them are 0.10 or 0.11, and nothing here is about anything that old.
  if (major === '3') return '0.10';
  const line = LINES[Number(major)];
  if (!line || Number(minor) >= line.minors) return undefined;
  return `${line.kafka[0]}.${line.kafka[1] + Number(minor)}`;
}
