import type { LagReading } from './lagReading';
import { FAMILIES, type Sample } from './metrics';

/** What a scrape is answered from. */
export interface Exposed {
  /** Absent while the numbers are unknown: before the first look, and after one that failed. */
  readonly reading?: LagReading;
  /** Whether the cluster answered the latest look. */
  readonly isUp: boolean;
  /** Seconds since the latest snapshot was taken; undefined before the first. */
  readonly ageSeconds: number | undefined;
}

/** About so many characters at a time, so that a large cluster's answer is never one string. */
const CHUNK = 64 * 1024;

/** As OpenMetrics 1.0, which readers of Prometheus' older text format understand as well. */
export function* expositionOf(exposed: Exposed): Generator<string> {
  let chunk = '';
  for (const line of lines(exposed)) {
    chunk += line;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield `${chunk}# EOF\n`;
}

function* lines({ reading, isUp, ageSeconds }: Exposed): Generator<string> {
  yield* familyLines('kafka_lint_up', '1 if the cluster answered the latest look.', [[{}, isUp ? 1 : 0]]);
  const age: Sample[] = ageSeconds === undefined ? [] : [[{}, ageSeconds]];
  yield* familyLines('kafka_lint_snapshot_age_seconds', 'Age of the numbers.', age);
  if (!reading) return;
  for (const { name, help, samples } of FAMILIES) yield* familyLines(name, help, samples(reading));
}

function* familyLines(name: string, help: string, samples: Iterable<Sample>): Generator<string> {
  yield `# HELP ${name} ${help}\n# TYPE ${name} gauge\n`;
  for (const [labels, value] of samples) yield `${name}${labelText(labels)} ${value}\n`;
}

function labelText(labels: Sample[0]): string {
  const written = Object.entries(labels).map(([name, value]) => `${name}="${escaped(String(value))}"`);
  return written.length === 0 ? '' : `{${written.join(',')}}`;
}

/** Names of groups and topics are whatever somebody has chosen. */
function escaped(value: string): string {
  if (!/[\\"\n]/.test(value)) return value;
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
