import { ask, textOf } from '../code/code';
import { follow } from '../code/follow';
import type { Part, Program } from '../code/idioms';
import { type Settings, settingsOf, settingsOfParts } from '../code/settings';
import type { Topic } from '../code/topicScopes';
import { type Node, nodesOf } from '../code/tree';
import { typeNameOf } from './clients';
import { kafkaClass } from './types';
import { argumentsOf } from './values';

/** `new NewTopic(...).configs(map)` and `TopicBuilder.name(...).config(key, value).build()`. */
export function topicsIn(program: Program): readonly Topic[] {
  return [...constructed(program), ...built(program)];
}

const NONE: Settings = { given: [], complete: false };

function constructed(program: Program): readonly Topic[] {
  const configured = new Map<Node, Settings>();
  for (const node of nodesOf(program.root, 'MethodInvocation')) {
    const call = node.source.language.callParts(node);
    const [first] = call?.method === 'configs' ? call.arguments : [];
    const { receiver } = call ?? {};
    if (first && receiver)
      configured.set(
        ask(program, () => follow(program, receiver)),
        settingsOf(program, first),
      );
  }
  return nodesOf(program.root, 'ObjectCreationExpression').flatMap((node) => {
    if (!isNewTopic(node)) return [];
    const [name, partitions, replicas] = argumentsOf(node).map(optional);
    return [{ node, name, partitions, replicas, settings: configured.get(node) ?? NONE }];
  });
}

function isNewTopic(node: Node): boolean {
  const name = typeNameOf(node);
  return name !== undefined && kafkaClass(name) === 'NewTopic';
}

/** `Optional.of((short) 1)`. */
function optional(node: Node): Node {
  const call = node.source.language.callParts(node);
  const isWrapped = call?.receiver && textOf(call.receiver) === 'Optional' && call.method === 'of';
  return (isWrapped ? call.arguments[0] : undefined) ?? node;
}

function built(program: Program): readonly Topic[] {
  return nodesOf(program.root, 'MethodInvocation').flatMap((node) => {
    const call = node.source.language.callParts(node);
    const steps = call?.method === 'build' && call.receiver ? stepsOf(call.receiver) : undefined;
    if (!steps) return [];
    const argumentOf = (method: string) => steps.findLast(({ name }) => name === method)?.arguments[0];
    const settings = settingsOfParts(program, steps.flatMap(partsOf));
    return [
      {
        node,
        name: argumentOf('name'),
        partitions: argumentOf('partitions'),
        replicas: argumentOf('replicas'),
        settings,
      },
    ];
  });
}

interface Step {
  readonly name: string;
  readonly arguments: readonly Node[];
  readonly whole: Node;
}

/** The steps of a TopicBuilder, the first first. */
function stepsOf(node: Node): readonly Step[] | undefined {
  const call = node.source.language.callParts(node);
  if (!call?.receiver) return undefined;
  const step = { name: call.method, arguments: call.arguments, whole: { ...call.name, end: node.end } };
  if (call.method === 'name') return textOf(call.receiver) === 'TopicBuilder' ? [step] : undefined;
  const before = stepsOf(call.receiver);
  return before && [...before, step];
}

function partsOf({ name, arguments: [key, value], whole }: Step): readonly Part[] {
  if (name === 'configs' && key) return [{ kind: 'all', from: key }];
  return name === 'config' && key && value ? [{ kind: 'setting', key, value, whole }] : [];
}
