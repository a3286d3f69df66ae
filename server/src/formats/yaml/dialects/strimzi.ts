import type { Resource, Written } from '../../../model/resource';
import type { Role } from '../../../model/scope';
import { tableOf } from '../../../model/tableOf';
import { parseVersion } from '../../../model/version';
import type { MutableEntry } from '../../../recognition/parts';
import type { YamlContext, YamlDialect, YamlDraft } from '../draft';
import { fieldAt, itemsOf, nodeAt, textAt, type YamlNode } from '../nodes';
import { entriesOf, entryOf, KUBERNETES, mapPlace } from './settingsMap';
import { brokersIn, ephemeralIn, factsOfCluster, isStrimzi, pooledFields } from './strimziCluster';
import { isReserved, type StrimziConfig } from './strimziKeys';
import { listenersOf } from './strimziListeners';

type StrimziDraft = Omit<YamlDraft, 'uncertain'>;

/** The resources of Strimzi's operator. */
export const strimziDrafts: YamlDialect = ({ root, uncertain }, context) => {
  const read = root && isStrimzi(root) ? KINDS[textAt(root, 'kind') ?? ''] : undefined;
  return root && read ? read(root, context).map((draft) => ({ ...draft, uncertain })) : [];
};

const KINDS: Readonly<Record<string, (root: YamlNode, context: YamlContext) => StrimziDraft[]>> = tableOf({
  Kafka: (root, context) => {
    const name = textAt(root, 'metadata', 'name');
    const brokers = brokersIn(context.parts, root, name);
    const ephemeral = ephemeralIn(context.parts, root, name);
    const config = { role: 'broker', path: ['spec', 'kafka'], reserved: 'broker' } as const;
    const listeners = listenersOf(root);
    const zookeeper = fieldAt(nodeAt(root, 'spec'), 'zookeeper')?.keySpan;
    const pooled = pooledFields(context.parts, root, name);
    const facts = {
      ...(ephemeral && { ephemeral }),
      ...(listeners && { listeners }),
      ...(zookeeper && { zookeeper }),
      ...(pooled.length > 0 && { pooled }),
    };
    const draft = draftOf(root, context, config, { ...facts, ...(name !== undefined && { clusterName: name }) });
    return draft ? [{ ...draft, ...(brokers !== undefined && { brokers }) }] : [];
  },
  KafkaTopic: (root, context) => {
    const clusterName = textAt(root, 'metadata', 'labels', 'strimzi.io/cluster');
    const cluster = factsOfCluster(context, clusterName);
    const [replicas, partitions] = ['replicas', 'partitions'].map((one) => writtenNumber(root, one));
    const topicName = nodeAt(root, 'spec', 'topicName');
    const facts = {
      ...(cluster && { cluster }),
      ...(clusterName !== undefined && { clusterName }),
      ...(replicas && { replicas }),
      ...(partitions && { partitions }),
      ...(topicName?.kind === 'scalar' && { topicName: { value: topicName.text, span: topicName.span } }),
    };
    return draftsOf(root, context, [{ role: 'topic', path: ['spec'] }], facts);
  },
  KafkaConnect: (root, context) =>
    draftsOf(root, context, [{ role: 'connect-distributed', path: ['spec'], reserved: 'connect' }]),
  KafkaConnector: (root, context) => draftsOf(root, context, [{ role: 'connector', path: ['spec'] }]),
  KafkaBridge: (root, context) =>
    draftsOf(root, context, [
      { role: 'producer', path: ['spec', 'producer'], reserved: 'client' },
      { role: 'consumer', path: ['spec', 'consumer'], reserved: 'consumer' },
      { role: 'admin', path: ['spec', 'adminClient'], reserved: 'client' },
    ]),
  KafkaMirrorMaker2: (root, context) => {
    const target = textAt(root, 'spec', 'connectCluster');
    const clusters = itemsOf(nodeAt(root, 'spec', 'clusters'));
    const worker = clusters.find((cluster) => textAt(cluster, 'alias') === target) ?? nodeAt(root, 'spec', 'target');
    const draft =
      worker && draftOf(worker, context, { role: 'connect-distributed', path: [], reserved: 'connect' }, {}, root);
    return draft ? [draft] : [];
  },
});

interface Config {
  readonly role: Role;
  /** To what has the map `config`. */
  readonly path: readonly string[];
  readonly reserved?: StrimziConfig;
}

type Facts = Omit<Resource, 'kind' | 'apiVersion' | 'ignored' | 'namespace'>;

function draftsOf(root: YamlNode, context: YamlContext, configs: readonly Config[], facts: Facts = {}): StrimziDraft[] {
  return configs.flatMap((config) => draftOf(root, context, config, facts) ?? []);
}

function draftOf(
  root: YamlNode,
  { text }: YamlContext,
  { role, path, reserved }: Config,
  facts: Facts,
  resource = root,
): StrimziDraft | undefined {
  const parent = nodeAt(root, ...path);
  const apiVersion = fieldAt(resource, 'apiVersion')?.value;
  if (parent?.kind !== 'map' || apiVersion?.kind !== 'scalar') return undefined;
  const all = entriesOf(text, fieldAt(parent, 'config'));
  const ignored = reserved ? all.filter(({ key }) => isReserved(reserved, key)) : [];
  const version = parseVersion(textAt(parent, 'version') ?? '');
  const name = textAt(resource, 'metadata', 'name');
  const namespace = textAt(resource, 'metadata', 'namespace');
  return {
    entries: [...ownFields(text, parent, role), ...all.filter((entry) => !ignored.includes(entry))],
    span: parent.span,
    role,
    completeness: role === 'broker' ? 'complete' : 'fragment',
    ...(role === 'broker' && { defaults: MADE_BY_OPERATOR }),
    ...(name !== undefined && { name }),
    ...(version && { version }),
    resource: {
      kind: textAt(resource, 'kind') ?? '',
      apiVersion: { value: apiVersion.text, span: apiVersion.span },
      ignored,
      ...(namespace !== undefined && { namespace }),
      ...facts,
    },
    place: mapPlace(parent, ['config']),
  };
}

/** What a connector has beside its configuration. */
function ownFields(text: string, parent: YamlNode, role: Role): MutableEntry[] {
  if (role !== 'connector') return [];
  return [
    ['class', 'connector.class'],
    ['tasksMax', 'tasks.max'],
  ].flatMap(([name = '', key = '']) => {
    const field = fieldAt(parent, name);
    return (field?.value && entryOf(text, field, key, KUBERNETES)) ?? [];
  });
}

function writtenNumber(root: YamlNode, name: string): Written<number> | undefined {
  const node = nodeAt(root, 'spec', name);
  return node?.kind === 'scalar' && /^\d{1,9}$/.test(node.text)
    ? { value: Number(node.text), span: node.span }
    : undefined;
}

/** What the operator sets, in ways that the resource does not show as settings. */
const MADE_BY_OPERATOR: ReadonlyMap<string, undefined> = new Map(
  [
    'log.dirs',
    'log.dir',
    'listeners',
    'advertised.listeners',
    'listener.security.protocol.map',
    'inter.broker.listener.name',
    'process.roles',
    'node.id',
    'broker.id',
    'broker.rack',
    'controller.quorum.voters',
    'controller.listener.names',
    'authorizer.class.name',
    'super.users',
    'min.insync.replicas',
  ].map((key) => [key, undefined]),
);
