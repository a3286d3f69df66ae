import { ancestor, isFunction, type Node, partsOf, walk } from './tree';

/** The function that a node stands in. */
export function enclosingFunction(node: Node): Node | undefined {
  return ancestor(node, isFunction);
}

const known = new WeakMap<Node, readonly Node[]>();

/** What a function may return, nothing left out; the same name returned in several places counts once. */
export function returnsOf(made: Node): readonly Node[] {
  const returns = known.get(made) ?? findReturns(made);
  known.set(made, returns);
  return returns;
}

/** What holds the statements of a function, and the functions whose body may be an expression. */
const BODIES: ReadonlySet<string> = new Set(['Block', 'Body', 'ConstructorBody']);
const LAMBDAS: ReadonlySet<string> = new Set(['ArrowFunction', 'LambdaExpression']);

function findReturns(made: Node): readonly Node[] {
  const body = made.children.at(-1);
  if (!body) return [];
  if (!BODIES.has(body.type)) return LAMBDAS.has(made.type) ? [body] : [];
  const returns = new Map<string, Node>();
  walk(body, (node) => {
    if (node !== body && isFunction(node)) return false;
    const value = node.type === 'ReturnStatement' ? partsOf(node).find((part) => part.type !== 'return') : undefined;
    if (value) returns.set(value.source.text.slice(value.start, value.end), value);
    return undefined;
  });
  return [...returns.values()];
}

export function parametersOf(made: Node): readonly Node[] {
  return made.source.language.parametersOf(made);
}

export function nameOf(made: Node): string | undefined {
  return made.source.language.nameOf(made);
}
