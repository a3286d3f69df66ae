import { type ApiSupport, supports } from '../api/call';

/** The brokers' release line, such as `3.9`, or `3.9 to 4.0` during an upgrade; undefined when it cannot be told. */
export function kafkaVersion(brokers: readonly ApiSupport[]): string | undefined {
  const ranks = brokers.map(rankOf).filter((rank) => rank >= 0);
  if (ranks.length === 0) return undefined;
  const oldest = LINES[Math.min(...ranks)]?.line;
  const newest = LINES[Math.max(...ranks)]?.line;
  return oldest === newest ? oldest : `${oldest} to ${newest}`;
}

interface ReleaseLine {
  readonly line: string;
  /** The lowest level of the feature `metadata.version` that only this line's brokers and newer ones know. */
  readonly metadataLevel?: number;
  /** An API version that came with this line, for brokers that tell no such level. */
  readonly api?: readonly [key: number, version: number];
}

/** As Kafka's own jars of each line declare them, the oldest first. */
const LINES: readonly ReleaseLine[] = [
  { line: '2.8', api: [60, 0] },
  { line: '3.0', api: [9, 8] },
  { line: '3.1', api: [1, 13] },
  { line: '3.2', api: [11, 9] },
  { line: '3.3', metadataLevel: 5, api: [35, 4] },
  { line: '3.4', metadataLevel: 8, api: [6, 8] },
  { line: '3.5', metadataLevel: 9, api: [1, 15] },
  { line: '3.6', metadataLevel: 12, api: [24, 4] },
  { line: '3.7', metadataLevel: 15, api: [1, 16] },
  { line: '3.8', metadataLevel: 20, api: [16, 5] },
  { line: '3.9', metadataLevel: 21, api: [2, 9] },
  { line: '4.0', metadataLevel: 22 },
  { line: '4.1', metadataLevel: 26 },
  { line: '4.2', metadataLevel: 28 },
  { line: '4.3', metadataLevel: 30 },
  { line: '4.4', metadataLevel: 31 },
  { line: '4.5+', metadataLevel: 34 },
];

function rankOf(support: ApiSupport): number {
  const level = support.features.get('metadata.version');
  return LINES.findLastIndex(({ metadataLevel, api }) => {
    if (level !== undefined) return metadataLevel !== undefined && level >= metadataLevel;
    return api !== undefined && supports(support, ...api);
  });
}
