import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { classPath, KAFKA_4 } from '../kafka/harness/jars';

/** Names as people and accidents write them: words, and underscores in every number and place. */
const part = fc.constantFrom('A', 'MS', 'LOG', 'SASL', 'SSL', 'X9', '_', '__', '___', '____');
const variable = fc.array(part, { minLength: 1, maxLength: 9 }).map((parts) => `KAFKA_${parts.join('_')}`);
const BATCH = 4000;

export type Recorded = readonly { readonly variable: string; readonly confluent: string; readonly apache: string }[];

/**
 * Asks what the images' own start scripts make of generated variables and compares it with the project's answer:
 * `confluent.docker_utils.dub` of github.com/confluentinc/confluent-docker-utils, whose path `--dub` gives, and the
 * `KafkaDockerWrapper` in Kafka's own jar. `--record` writes a few answers for machines that have neither.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { dub: { type: 'string' }, count: { type: 'string' }, record: { type: 'boolean' } },
  });
  if (!values.dub) throw new Error('Say where dub.py is: --dub PATH');
  const count = values.record ? 300 : Number(values.count ?? 20_000);
  const names = [...new Set(fc.sample(variable, { numRuns: count }))];
  const recorded: { variable: string; confluent: string; apache: string }[] = [];
  for (let at = 0; at < names.length; at += BATCH) {
    const batch = names.slice(at, at + BATCH);
    const confluent = askConfluent(batch, values.dub);
    const apache = askApache(batch);
    for (const [index, name] of batch.entries()) {
      recorded.push({ variable: name, confluent: confluent[index] ?? '', apache: apache[index] ?? '' });
    }
  }
  if (values.record) {
    const file = fileURLToPath(new URL('./expectations/environmentNames.json', import.meta.url));
    writeFileSync(file, `[\n${recorded.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`);
    return 0;
  }
  const { wrongNames } = await import('./environmentNamesVerdict');
  const wrong = wrongNames(recorded);
  for (const one of wrong.slice(0, 5)) console.log(one);
  console.log(`${recorded.length} variables compared, ${wrong.length} disagreements`);
  return wrong.length === 0 ? 0 : 1;
}

/** Each variable's value is its index, so that the keys come back in order. */
function environmentOf(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, index) => [name, String(index)]));
}

function askConfluent(names: readonly string[], dub: string): string[] {
  // Only the function is wanted: the module's imports need packages that nobody else here does.
  const program = `
import os, re, sys, json
source = open(sys.argv[1]).read()
start = source.index('def env_to_props')
end = source.index('\\ndef ', start + 1)
exec(source[start:end])
props = env_to_props('KAFKA_', '')
print(json.dumps(props))`;
  const run = spawnSync('python3', ['-c', program, dub], { encoding: 'utf8', env: environmentOf(names) });
  if (run.status !== 0) throw new Error(run.stderr);
  // Two variables of one key: ask again for each, one at a time would be slow, so the losers are asked together.
  return unique(names, new Map(Object.entries(JSON.parse(run.stdout))), (rest) => askConfluent(rest, dub));
}

function askApache(names: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-wrapper-'));
  try {
    for (const name of ['default', 'mounted', 'final']) mkdirSync(join(folder, name));
    for (const name of ['server.properties', 'log4j2.yaml', 'tools-log4j2.yaml']) {
      writeFileSync(join(folder, 'default', name), '');
    }
    const options = ['default', 'mounted', 'final'].flatMap((name) => [`--${name}-configs-dir`, join(folder, name)]);
    // It goes on to format the storage, which fails without a real configuration; the file is written by then.
    spawnSync('java', ['-cp', classPath(KAFKA_4), 'kafka.docker.KafkaDockerWrapper', 'setup', ...options], {
      env: { ...environmentOf(names), PATH: process.env.PATH },
    });
    const written = readFileSync(join(folder, 'final', 'server.properties'), 'utf8');
    const lines = written.split('\n').filter(Boolean);
    const pairs = lines.map((line): [string, string] => [
      line.slice(0, line.lastIndexOf('=')),
      line.slice(line.lastIndexOf('=') + 1),
    ]);
    return unique(names, new Map(pairs), askApache);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The key of each name in order; names that lost their key to another one are asked again. */
function unique(
  names: readonly string[],
  keys: ReadonlyMap<string, string>,
  again: (rest: readonly string[]) => string[],
): string[] {
  const byIndex = new Map([...keys].map(([key, index]) => [Number(index), key]));
  const rest = names.filter((_, index) => !byIndex.has(index));
  if (rest.length === 0) return names.map((_, index) => byIndex.get(index) ?? '');
  const answers = rest.length < names.length ? again(rest) : [];
  const others = new Map(rest.map((name, index) => [name, answers[index] ?? '']));
  return names.map((name, index) => byIndex.get(index) ?? others.get(name) ?? '');
}

void main().then((code) => {
  process.exitCode = code;
});
