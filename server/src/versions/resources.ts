import { tableOf } from '../model/tableOf';
import { type KafkaVersion, parseVersion } from '../model/version';

/** Resources of Strimzi that say in `spec` which Kafka to run, with the path to the version there. */
const PATHS: Readonly<Record<string, readonly string[]>> = tableOf({
  Kafka: ['spec', 'kafka', 'version'],
  KafkaConnect: ['spec', 'version'],
  KafkaMirrorMaker2: ['spec', 'version'],
});

/** The versions that Strimzi's resources in a YAML text ask for. */
export function versionsOfResources(text: string): KafkaVersion[] {
  return text.split(/^---.*$/m).flatMap((resource) => {
    const path = PATHS[/^kind:\s*["']?(\w+)["']?\s*$/m.exec(resource)?.[1] ?? ''];
    if (!path || !/^apiVersion:\s*["']?kafka\.strimzi\.io\//m.test(resource)) return [];
    return parseVersion(valueAt(resource, path) ?? '') ?? [];
  });
}

/** The scalar at a path of block mappings, told by indentation alone; undefined for anything more artful. */
function valueAt(yaml: string, path: readonly string[]): string | undefined {
  const open: { indent: number; key: string }[] = [];
  for (const line of yaml.split(/\r?\n/)) {
    const [, blanks = '', key = '', value = ''] = /^( *)([\w.-]+):(?:\s(.*))?$/.exec(line) ?? [];
    if (key === '') continue;
    while ((open.at(-1)?.indent ?? -1) >= blanks.length) open.pop();
    open.push({ indent: blanks.length, key });
    if (open.length === path.length && open.every((one, index) => one.key === path[index])) {
      return withoutComment(value).replace(/^(["'])(.*)\1$/, '$2');
    }
  }
  return undefined;
}

function withoutComment(value: string): string {
  const comment = value.search(/\s#/);
  return (comment === -1 ? value : value.slice(0, comment)).trim();
}
