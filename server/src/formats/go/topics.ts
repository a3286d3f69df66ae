import { textOf } from '../code/code';
import type { Program } from '../code/idioms';
import { type Settings, settingsOf } from '../code/settings';
import type { Topic } from '../code/topicScopes';
import { childOf, childrenOf, type Node, nodesOf } from '../code/tree';
import { packageName } from './packages';

const TYPES: ReadonlySet<string> = new Set(['TopicSpecification', 'TopicDetail', 'TopicConfig']);
const NONE: Settings = { given: [], complete: false };

/** What the libraries create topics from: `kafka.TopicSpecification{...}`, `sarama.TopicDetail{...}`. */
export function topicsIn(program: Program): readonly Topic[] {
  return nodesOf(program.root, 'LiteralValue').flatMap((body) => {
    const type = typeOf(body);
    const found = type && packageName(type);
    return found && TYPES.has(found.name) ? [topicOf(program, body)] : [];
  });
}

/** An element of a slice has the type of the slice's elements. */
function typeOf(body: Node): Node | undefined {
  const { parent } = body;
  if (parent?.type === 'TypedLiteral') return childOf(parent, 'QualifiedType');
  const list = parent?.type === 'Element' ? parent.parent?.parent : undefined;
  return childOf(list && childOf(list, 'SliceType'), 'QualifiedType');
}

function topicOf(program: Program, body: Node): Topic {
  const fieldValue = (field: string): Node | undefined => {
    const element = childrenOf(body, 'Element').find((one) => {
      const key = childOf(one, 'Key');
      return key !== undefined && textOf(key) === field;
    });
    return element?.children.at(-1);
  };
  const settings = fieldValue('Config') ?? fieldValue('ConfigEntries');
  return {
    node: body,
    name: fieldValue('Topic'),
    partitions: fieldValue('NumPartitions'),
    replicas: fieldValue('ReplicationFactor'),
    settings: settings ? settingsOf(program, settings) : NONE,
  };
}
