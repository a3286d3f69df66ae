import { textOf } from '../code/code';
import type { Part, Program } from '../code/idioms';
import { type Settings, settingsOf, settingsOfParts } from '../code/settings';
import { type Node, nodesOf } from '../code/tree';
import { typeNameOf } from './clients';
import { kafkaClass } from './types';

/** A topic that code creates, with its settings. */
interface Topic {
  readonly node: Node;
  readonly settings: Settings;
}

/** `new NewTopic(...).configs(map)` and `TopicBuilder.name(...).config(key, value).build()`. */
export function topicSettings(program: Program): readonly Topic[] {
  const topics: Topic[] = [];
  for (const node of nodesOf(program.root, 'MethodInvocation')) {
    const call = node.source.language.callParts(node);
    const [first] = call?.arguments ?? [];
    if (call?.method === 'configs' && first && call.receiver && isNewTopic(call.receiver)) {
      topics.push({ node: call.receiver, settings: settingsOf(program, first) });
    }
    const parts = call?.method === 'build' && call.receiver ? builtParts(call.receiver) : undefined;
    if (parts && parts.length > 0) topics.push({ node, settings: settingsOfParts(program, parts) });
  }
  return topics;
}

function isNewTopic(node: Node): boolean {
  const name = node.type === 'ObjectCreationExpression' ? typeNameOf(node) : undefined;
  return name !== undefined && kafkaClass(name) === 'NewTopic';
}

/** The steps of a TopicBuilder, the first first. */
function builtParts(node: Node): readonly Part[] | undefined {
  const call = node.source.language.callParts(node);
  if (!call?.receiver) return undefined;
  if (call.method === 'name' && /^TopicBuilder$/.test(textOf(call.receiver))) return [];
  const before = builtParts(call.receiver);
  const [key, value] = call.arguments;
  if (!before || !key) return before;
  if (call.method === 'configs') return [...before, { kind: 'all', from: key }];
  if (call.method !== 'config' || !value) return before;
  return [...before, { kind: 'setting', key, value, whole: { ...call.name, end: node.end } }];
}
