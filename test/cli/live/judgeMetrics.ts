// `npm run judge:metrics`: has promtool and the reader of OpenMetrics in Python's prometheus_client (both on the path) read the
// metrics of the sample, and records the text once both accept it.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { expositionOf } from '../../../server/src/cli/live/exposition';
import { sampleReading } from './sample';

/** promtool dislikes kafka_exporter's own names. */
const MEANT = /^kafka_consumergroup_(?:lag|current_offset)_sum non-histogram and non-summary metrics should not have/;
const PYTHON = `import sys
from prometheus_client.openmetrics.parser import text_string_to_metric_families
print(sum(len(family.samples) for family in text_string_to_metric_families(sys.stdin.read())))`;

async function main(): Promise<void> {
  const text = [...expositionOf({ reading: await sampleReading(), isUp: true, ageSeconds: 1.5 })].join('');
  const promtool = ask('promtool', ['check', 'metrics'], text);
  const remarks = promtool.stderr.split('\n').filter((line) => line !== '' && !MEANT.test(line));
  if (remarks.length > 0) throw new Error(`promtool: ${remarks.join('\n')}`);
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).length;
  const python = ask('python3', ['-c', PYTHON], text);
  if (python.stdout.trim() !== String(samples)) throw new Error(`OpenMetrics: ${python.stdout}${python.stderr}`);
  writeFileSync(new URL('expectations/metrics.txt', import.meta.url), text);
  console.log(`Both accept ${samples} samples.`);
}

function ask(command: string, args: readonly string[], input: string) {
  const { error, stdout, stderr } = spawnSync(command, args, { input, encoding: 'utf8' });
  if (error) throw error;
  return { stdout, stderr };
}

void main();
