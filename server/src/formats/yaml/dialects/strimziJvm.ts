import type { Machine } from '../../../model/machine';
import { tableOf } from '../../../model/tableOf';
import { bytesOf } from '../../machine/bytes';
import { linkLast } from '../../overridden';
import type { YamlDialect } from '../draft';
import { fieldAt, fieldsOf, itemsOf, nodeAt, textAt, type YamlNode } from '../nodes';
import { entryOf, KUBERNETES, mapPlace } from './settingsMap';
import { isStrimzi } from './strimziCluster';

interface Process {
  readonly path: readonly string[];
  readonly process: NonNullable<Machine['process']>;
}

const KINDS: Readonly<Record<string, (root: YamlNode) => Process>> = tableOf({
  Kafka: () => ({ path: ['spec', 'kafka'], process: 'broker' }),
  KafkaNodePool: (root) => {
    const roles = itemsOf(nodeAt(root, 'spec', 'roles')).map((role) => (role.kind === 'scalar' ? role.text : ''));
    return { path: ['spec'], process: roles.includes('broker') ? 'broker' : 'controller' };
  },
  KafkaConnect: () => ({ path: ['spec'], process: 'connect-distributed' }),
  KafkaMirrorMaker2: () => ({ path: ['spec'], process: 'connect-distributed' }),
});

/** `jvmOptions:` of Strimzi's resources. */
export const strimziJvmDrafts: YamlDialect = ({ root, uncertain }, { text }) => {
  const kind = root && isStrimzi(root) ? KINDS[textAt(root, 'kind') ?? ''] : undefined;
  if (!root || !kind) return [];
  const { path, process } = kind(root);
  const parent = nodeAt(root, ...path);
  const options = fieldAt(parent, 'jvmOptions');
  const flags = fieldsOf(fieldAt(options?.value, '-XX')?.value).flatMap(
    (field) => entryOf(text, field, `-XX:${field.key}`, KUBERNETES) ?? [],
  );
  const heap = fieldsOf(options?.value).flatMap((field) =>
    /^-Xm[xs]$/.test(field.key) ? (entryOf(text, field, field.key, KUBERNETES) ?? []) : [],
  );
  const entries = linkLast([...heap, ...flags].sort((a, b) => a.span.start - b.span.start));
  const [first] = entries;
  const memory = bytesOf(textAt(parent, 'resources', 'limits', 'memory'));
  const name = textAt(root, 'metadata', 'name');
  if (!first) return [];
  return [
    {
      entries,
      span: { start: first.span.start, end: entries.at(-1)?.span.end ?? first.span.end },
      role: 'jvm',
      completeness: 'fragment',
      ...(name !== undefined && { name }),
      place: mapPlace(parent, ['jvmOptions']),
      machine: { reader: 'jvm', dedicated: true, persistent: true, process, ...(memory !== undefined && { memory }) },
      uncertain,
    },
  ];
};
