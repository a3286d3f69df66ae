import type { Entry } from '../../model/entry';
import type { Scope } from '../../model/scope';
import type { Spring } from '../../model/spring';
import { type Surroundings, settingsScopes } from '../../recognition/settingsScopes';
import { textOf } from '../code/code';
import { settledValue } from '../code/evaluate';
import type { Program } from '../code/idioms';
import { unquote } from '../code/literals';
import { childOf, type Node, nodesOf, partsOf, walk } from '../code/tree';
import { makerOf, typeNameOf } from './clients';

/** Containers commit themselves: they turn the consumer's own commits off unless somebody asks for them. */
const OF_CONTAINERS: ReadonlyMap<string, string | undefined> = new Map([
  ['enable.auto.commit', 'false'],
  // A listener brings its own.
  ['group.id', undefined],
]);

/** What holds for a client that a framework makes, instead of Kafka's defaults. */
export function springDefaults(creation: Node): ReadonlyMap<string, string | undefined> | undefined {
  const name = creation.type === 'ObjectCreationExpression' ? typeNameOf(creation) : undefined;
  const isContainers = name && textOf(name) === 'DefaultKafkaConsumerFactory';
  const isReactive = /^ReceiverOptions\s*\./.test(textOf(creation));
  return isContainers || isReactive ? OF_CONTAINERS : undefined;
}

/** What Spring's own settings say, those of its deserializers and of the containers around a consumer. */
export function consumerFacts(program: Program, creation: Node, entries: readonly Entry[]): Spring | undefined {
  const own = entries.filter(({ key, overriddenBy }) => key.startsWith('spring.json.') && !overriddenBy);
  const mode = ackModeOf(program, creation);
  const all = [...own, ...(mode ? [mode] : [])];
  return all.length > 0 ? { unread: [], own: new Map(all.map((entry) => [entry.key, entry])) } : undefined;
}

/** The acknowledgment mode of the file's containers, where all its consumers are of one factory. */
function ackModeOf({ root }: Program, creation: Node): Entry | undefined {
  const factories = nodesOf(root, 'ObjectCreationExpression').filter((node) => makerOf(node)?.role === 'consumer');
  if (factories.length !== 1 || factories[0] !== creation) return undefined;
  const modes = nodesOf(root, 'MethodInvocation').flatMap((node) => ackMode(node) ?? []);
  return modes.length === 1 ? modes[0] : undefined;
}

/** `getContainerProperties().setAckMode(ContainerProperties.AckMode.MANUAL)`. */
function ackMode(node: Node): Entry | undefined {
  const call = node.source.language.callParts(node);
  const [value] = call?.method === 'setAckMode' ? call.arguments : [];
  if (!call || !value) return undefined;
  const { name } = call;
  return {
    key: 'listener.ack-mode',
    writtenKey: 'setAckMode',
    keySpan: { start: name.start, end: name.end },
    value: {
      kind: 'literal',
      text: textOf(value.children.at(-1) ?? value),
      span: { start: value.start, end: value.end },
      form: 'enum',
    },
    span: { start: node.start, end: node.end },
  };
}

/** What `@KafkaListener(groupId = "orders", properties = "max.poll.records=10")` gives its consumer. */
export function listenerScopes(program: Program, around: Surroundings): Scope[] {
  return nodesOf(program.root, 'Annotation').flatMap((annotation) => {
    const name = childOf(annotation, 'Identifier', 'ScopedIdentifier');
    if (!name || !/(?:^|\.)KafkaListener$/.test(textOf(name))) return [];
    const group = groupOf(program, annotation);
    const entries = [...(group ? [group] : []), ...propertiesOf(annotation)];
    if (entries.length === 0) return [];
    const span = { start: annotation.start, end: annotation.end };
    const members = settingIn(program, annotation, 'concurrency', 'listener.concurrency');
    const spring = members && { unread: [], own: new Map([[members.key, members]]) };
    return settingsScopes(
      { entries, span, role: 'consumer', completeness: 'fragment', defaults: OF_CONTAINERS, ...(spring && { spring }) },
      around,
    );
  });
}

/** A listener's id is its group, unless it is told another one, or that it is not. */
function groupOf(program: Program, annotation: Node): Entry | undefined {
  const own = settingIn(program, annotation, 'groupId', 'group.id');
  if (own || elementOf(annotation, 'idIsGroup')) return own;
  return settingIn(program, annotation, 'id', 'group.id');
}

/** An element of an annotation as a setting; Spring fills placeholders in. */
function settingIn(program: Program, annotation: Node, name: string, key: string): Entry | undefined {
  const element = elementOf(annotation, name);
  const written = element?.children[0];
  const node = element?.children.at(-1);
  if (!element || !written || !node) return undefined;
  const value = settledValue(program, node);
  const isPlaceholder = value.kind === 'literal' && /[$#]\{/.test(value.text);
  return {
    key,
    writtenKey: name,
    keySpan: { start: written.start, end: written.end },
    value: isPlaceholder ? { kind: 'dynamic', text: value.text, span: value.span } : value,
    span: { start: element.start, end: element.end },
  };
}

function elementOf(annotation: Node, name: string): Node | undefined {
  return partsOf(childOf(annotation, 'AnnotationArgumentList') ?? annotation).find((part) => {
    const [own] = part.children;
    return own !== undefined && part.children.length > 1 && textOf(own) === name;
  });
}

function propertiesOf(annotation: Node): Entry[] {
  const pair = elementOf(annotation, 'properties');
  const entries: Entry[] = [];
  if (pair) {
    walk(pair, (node) => {
      const entry = node.type === 'StringLiteral' && !isPartOfText(node) ? entryIn(node) : undefined;
      if (entry) entries.push(entry);
      return undefined;
    });
  }
  return entries;
}

function isPartOfText({ parent }: Node): boolean {
  return parent?.type === 'BinaryExpression';
}

/** `"key=value"`, `"key:value"`: what java.util.Properties makes of it. */
function entryIn(literal: Node): Entry | undefined {
  const text = unquote(textOf(literal));
  const key = /^[\w.-]+/.exec(text.trimStart())?.[0];
  // With escapes the places in the literal are others.
  if (key === undefined || text.length !== literal.end - literal.start - 2) return undefined;
  const behind = text.slice(text.indexOf(key) + key.length).trimStart();
  const value = /^[=:]/.test(behind) ? behind.slice(1).trimStart() : behind;
  const start = literal.start + 1 + text.indexOf(key);
  const end = literal.end - 1;
  const span = { start: end - value.length, end };
  const isPlaceholder = /[$#]\{/.test(value);
  return {
    key,
    writtenKey: key,
    keySpan: { start, end: start + key.length },
    value: isPlaceholder ? { kind: 'dynamic', text: value, span } : { kind: 'literal', text: value, span },
    span: { start, end },
  };
}
