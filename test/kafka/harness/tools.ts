import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { javaOptions } from './broker';
import type { BrokerRelease } from './jars';

const run = promisify(execFile);

/** The classes behind Kafka's scripts. */
const TOOLS = {
  'kafka-configs.sh': 'kafka.admin.ConfigCommand',
  'kafka-topics.sh': 'org.apache.kafka.tools.TopicCommand',
} as const;
type Tool = keyof typeof TOOLS;

/** What the tool prints; rejects when it fails. */
export async function runTool(release: BrokerRelease, tool: Tool, args: readonly string[]): Promise<string> {
  const { stdout } = await run('java', [...javaOptions(release), TOOLS[tool], ...args]);
  return stdout;
}

/** Runs a command line of one of the tools, its words taken apart by a shell. */
export async function runCommandLine(release: BrokerRelease, line: string): Promise<string> {
  const { stdout: words } = await run('sh', ['-c', `for word in ${line}; do printf '%s\\n' "$word"; done`]);
  const [tool = '', ...args] = words.trimEnd().split('\n');
  if (!(tool in TOOLS)) throw new Error(`${tool} is no tool of Kafka's that is known here.`);
  return runTool(release, tool as Tool, args);
}

/** `key` and `value` of every line that kafka-configs.sh describes, a missing value as `null`. */
export async function describeAll(
  release: BrokerRelease,
  bootstrap: string,
  kind: 'brokers' | 'topics',
  name: string,
): Promise<ReadonlyMap<string, string>> {
  const entity = ['--entity-type', kind, '--entity-name', name];
  const text = await runTool(release, 'kafka-configs.sh', [
    '--bootstrap-server',
    bootstrap,
    ...entity,
    '--describe',
    '--all',
  ]);
  const lines = text.matchAll(/^ {2}([^=\n]+)=([^\n]*?) sensitive=(?:true|false) synonyms=/gm);
  return new Map(Array.from(lines, ([, key = '', value = '']) => [key, value]));
}
