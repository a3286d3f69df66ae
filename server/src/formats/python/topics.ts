import type { Program } from '../code/idioms';
import { type Settings, settingsOf } from '../code/settings';
import type { Topic } from '../code/topicScopes';
import { childOf, type Node, nodesOf } from '../code/tree';
import { argumentsOf } from './arguments';
import { pathOf } from './classes';

const NEW_TOPIC = /^(?:confluent_kafka|kafka|aiokafka)\.(?:\w+\.)*NewTopic$/;
/** Its parameters, where they are given without names; the libraries have the fifth by another name. */
const PARAMETERS: readonly RegExp[] = [
  /^(?:topic|name)$/,
  /^num_partitions$/,
  /^replication_factor$/,
  /^replica_assignments?$/,
  /^(?:config|topic_configs)$/,
];
const NONE: Settings = { given: [], complete: false };

/** `NewTopic("orders", num_partitions=12, replication_factor=3, config={...})`. */
export function topicsIn(program: Program): readonly Topic[] {
  return nodesOf(program.root, 'CallExpression').flatMap((node) => {
    const [callee] = node.children;
    const list = callee && NEW_TOPIC.test(pathOf(program.idioms, callee) ?? '') ? childOf(node, 'ArgList') : undefined;
    return list ? [topicOf(program, node, list)] : [];
  });
}

function topicOf(program: Program, node: Node, list: Node): Topic {
  const { positional, keywords } = argumentsOf(list);
  const [name, partitions, replicas, , settings] = PARAMETERS.map(
    (parameter, index) =>
      positional[index] ??
      keywords.find(({ key }) => parameter.test(list.source.text.slice(key.start, key.end)))?.value,
  );
  return { node, name, partitions, replicas, settings: settings ? settingsOf(program, settings) : NONE };
}
