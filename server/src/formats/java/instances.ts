import type { Role } from '../../model/scope';
import { tableOf } from '../../model/tableOf';
import { textOf } from '../code/code';
import { follow } from '../code/follow';
import type { Program } from '../code/idioms';
import { bare, childOf, type Node } from '../code/tree';
import { makerOf } from './clients';
import { declaredAs } from './declarations';
import { kafkaClass } from './types';

/** A client that calls are made on. */
export interface Instance {
  readonly role: Role;
  /** The expression that makes it, where the file has it; else its declaration. */
  readonly identity: Node;
  readonly isMade: boolean;
  /** The class that it is declared or made as. */
  readonly type: string;
}

/** What a declared type says of a client that is made elsewhere. */
const TYPES: Readonly<Record<string, Role>> = tableOf({
  KafkaProducer: 'producer',
  Producer: 'producer',
  KafkaTemplate: 'producer',
  ReplyingKafkaTemplate: 'producer',
  KafkaOperations: 'producer',
  KafkaConsumer: 'consumer',
  Consumer: 'consumer',
  AdminClient: 'admin',
  Admin: 'admin',
  KafkaStreams: 'streams',
});

/** The client that an expression stands for; undefined for everything else. */
export function instanceOf(program: Program, node: Node): Instance | undefined {
  const expression = bare(node);
  const behind = follow(program, expression);
  const maker = makerOf(behind);
  const isHere = behind.source === program.root.source;
  // What another file makes is judged there.
  if (maker && !isHere)
    return { role: maker.role, identity: declaredAs(expression)?.node ?? expression, isMade: false, type: maker.type };
  if (maker) return { role: maker.role, identity: behind, isMade: true, type: maker.type };
  const binding = declaredAs(expression) ?? (isHere ? declaredAs(behind) : undefined);
  const type = (binding?.annotation && typeOf(binding.annotation)) ?? given(expression);
  const role = type === undefined ? undefined : TYPES[type];
  return role && type !== undefined ? { role, identity: binding?.node ?? expression, isMade: false, type } : undefined;
}

/** What `get()` gives of a `Supplier<Producer<String, String>>`, and of others that only hold a client for somebody. */
function given(expression: Node): string | undefined {
  const call = expression.source.language.callParts(expression);
  if (!call?.receiver || !/^get(?:Object|IfAvailable|Instance)?$/.test(call.method)) return undefined;
  const annotation = declaredAs(call.receiver)?.annotation;
  const held = annotation?.type === 'GenericType' ? childOf(annotation, 'TypeArguments')?.children : undefined;
  const types = held?.filter(({ type }) => type === 'GenericType' || type === 'TypeName');
  return types?.length === 1 && types[0] ? typeOf(types[0]) : undefined;
}

/** `Producer` and `Consumer` are Kafka's only where its package is imported: Java has a Consumer too. */
function typeOf(annotation: Node): string | undefined {
  const name = annotation.type === 'GenericType' ? annotation.children[0] : annotation;
  const type = name && kafkaClass(name);
  if (!name || type === undefined || !/^(?:Producer|Consumer|Admin)$/.test(type)) return type;
  return isImported(name) ? type : undefined;
}

function isImported(name: Node): boolean {
  const text = textOf(name);
  return name.source.names.get(text)?.some(({ binding }) => binding.kind === 'import') === true || text.includes('.');
}
