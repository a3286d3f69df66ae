import type { Node } from './tree';

/** A name that a scope declares. */
export interface Binding {
  readonly name: string;
  readonly node: Node;
  readonly kind: 'variable' | 'import' | 'parameter' | 'function' | 'class' | 'element';
  /** What a variable starts with; the function or class itself; the collection of a loop variable. */
  readonly init?: Node;
  /** The way into `init` that destructuring takes: `['Kafka']` of `const { Kafka } = ...`. */
  readonly path: readonly string[];
  readonly annotation?: Node;
  /** The module of an import; the name in it is the path, which is empty for a namespace or default import. */
  readonly module?: string;
  /** What is assigned to it later. */
  readonly assigned: Node[];
}

/** A member of a class. */
export interface Field {
  readonly init?: Node;
  readonly annotation?: Node;
  readonly assigned: Node[];
}

/** A parsed file with its names resolved. */
export interface Code {
  readonly text: string;
  readonly root: Node;
  /** The names that each block, function or loop declares. */
  readonly scopes: ReadonlyMap<Node, ReadonlyMap<string, Binding>>;
  /** The members of each class, by the class's body. */
  readonly classes: ReadonlyMap<Node, ReadonlyMap<string, Field>>;
  /** Another file of the project by the name under which this one imports it; absent where only one file is at hand. */
  readonly fileOf?: (specifier: string) => Code | undefined;
}

export function textOf(code: Code, node: Node): string {
  return code.text.slice(node.start, node.end);
}

/** The declaration that a name refers to; undefined for globals. */
export function bindingOf(code: Code, name: Node): Binding | undefined {
  const text = textOf(code, name);
  for (let scope = name.parent; scope; scope = scope.parent) {
    const found = code.scopes.get(scope)?.get(text);
    if (found) return found;
  }
  return undefined;
}

/** The member that `this.name` refers to. */
export function fieldOf(code: Code, at: Node, name: string): Field | undefined {
  for (let node = at.parent; node; node = node.parent) {
    const members = code.classes.get(node);
    if (members) return members.get(name);
  }
  return undefined;
}
