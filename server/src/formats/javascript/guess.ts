import type { ClientLibrary } from '../../model/scope';
import { tableOf } from '../../model/tableOf';
import { ask, type Binding, bindingOf, type Code, newBudget, textOf } from '../code/code';
import { type Node, nodesOf } from '../code/tree';
import { argumentOf } from './arguments';
import { declarationOf } from './declared';
import { follow } from './follow';
import { importedBy, isOfPackage, libraryOf } from './imports';
import { type Instance, type InstanceKind, identityOf } from './instances';
import { shapeOf } from './options';

/** Methods that are Kafka's by the options that they take, with the options that tell. */
const TELLING: Readonly<Record<string, { kind: InstanceKind; name: RegExp; options: readonly string[][] }>> = tableOf({
  send: { kind: 'producer', name: /producer|kafka/i, options: [['topic', 'messages']] },
  sendBatch: { kind: 'producer', name: /producer|kafka/i, options: [['topicMessages']] },
  run: { kind: 'consumer', name: /./, options: [['eachMessage'], ['eachBatch']] },
  subscribe: { kind: 'consumer', name: /consumer|kafka/i, options: [['topic'], ['topics']] },
});

const NAMED: readonly (readonly [RegExp, InstanceKind])[] = [
  [/producer$/i, 'producer'],
  [/consumer$/i, 'consumer'],
  [/admin$/i, 'admin'],
];

/**
 * The client behind a receiver whose origin the file does not show: by options that only Kafka's clients take, or by
 * its name where the file has a Kafka client of its own or the name is declared nowhere, as in a fragment of code.
 */
export function guessInstance(code: Code, call: Node, receiver: Node, method: string): Instance | undefined {
  const expression = follow(code, receiver);
  if (isKnownOtherwise(code, expression)) return undefined;
  const name = textOf(expression);
  const library = libraryIn(code);
  const kind = kindByOptions(code, call, method, name) ?? kindByName(expression, name, library);
  return kind && { kind, library: library ?? 'kafkajs', identity: identityOf(expression) };
}

/** Made by somebody else's class or declared with somebody else's type. */
function isKnownOtherwise(code: Code, expression: Node): boolean {
  if (expression.type !== 'VariableName' && expression.type !== 'MemberExpression') return true;
  const imported = importedBy(code, expression);
  if (imported) return isOfPackage(code, expression, imported);
  const annotation = declarationOf(code, expression)?.annotation;
  return annotation !== undefined && !/^:\s*any\b/.test(textOf(annotation));
}

function kindByOptions(code: Code, call: Node, method: string, name: string): InstanceKind | undefined {
  const telling = Object.hasOwn(TELLING, method) ? TELLING[method] : undefined;
  const argument = argumentOf(call, 0);
  if (!telling || !argument || !telling.name.test(name)) return undefined;
  const paths = new Set(shapeOf(code, argument).properties.map(({ path }) => path));
  return telling.options.some((keys) => keys.every((key) => paths.has(key))) ? telling.kind : undefined;
}

function kindByName(expression: Node, name: string, library: ClientLibrary | undefined): InstanceKind | undefined {
  const isUndeclared = expression.type === 'VariableName' && !bindingOf(expression);
  if (library === undefined && !isUndeclared) return undefined;
  return NAMED.find(([pattern]) => pattern.test(name))?.[1];
}

const libraries = new WeakMap<Node, { library: ClientLibrary | undefined }>();

/** The client library that the file imports, if only its types. */
export function libraryIn(code: Code): ClientLibrary | undefined {
  const known = libraries.get(code.root);
  if (known) return known.library;
  let library: ClientLibrary | undefined;
  for (const names of code.root.source.scopes.values()) {
    for (const binding of names.values()) {
      const found = libraryOfBinding(code, binding);
      // NestJS brings its client beside any other.
      if (found !== 'nest') library ??= found;
    }
  }
  libraries.set(code.root, { library });
  return library;
}

function libraryOfBinding(code: Code, { module, path, init }: Binding): ClientLibrary | undefined {
  if (module !== undefined) return libraryOf({ module, path });
  // Asked once a file, whatever is left of the question that needs it.
  const apart = { ...code, budget: newBudget() };
  const imported = init && ask(apart, () => importedBy(apart, init));
  return imported && libraryOf(imported);
}

/** Every call and construction of the tree, in the order of the text. */
export function callsOf(root: Node): Node[] {
  const calls = [...nodesOf(root, 'CallExpression'), ...nodesOf(root, 'NewExpression')];
  return calls.sort((a, b) => a.start - b.start || b.end - a.end);
}
