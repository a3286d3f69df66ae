import type { Language } from './language';
import type { Node } from './tree';

/** A name that a scope declares. */
export interface Binding {
  readonly name: string;
  readonly node: Node;
  readonly kind: 'variable' | 'import' | 'parameter' | 'function' | 'class' | 'element' | 'type';
  /** What a variable starts with; the function, class or type itself; the collection of a loop variable. */
  readonly init?: Node;
  /** The way into `init` that destructuring takes: `['Kafka']` of `const { Kafka } = ...`. */
  readonly path: readonly string[];
  readonly annotation?: Node;
  /** The module of an import; the name in it is the path, which is empty for a namespace. */
  readonly module?: string;
  /** What is assigned to it later. */
  readonly assigned: Node[];
  /** What is assigned to its properties later, as in `config['ssl'] = true`. */
  readonly changed: Node[];
}

/** A member of a class. */
export interface Field {
  readonly init?: Node;
  readonly annotation?: Node;
  readonly assigned: Node[];
}

/** The text that nodes are of, with its names resolved. */
export interface SourceText {
  readonly text: string;
  readonly language: Language;
  /** The names that each block, function or loop declares. */
  readonly scopes: Map<Node, Map<string, Binding>>;
  /** Where each name is declared. */
  readonly names: Map<string, { readonly scope: Node; readonly binding: Binding }[]>;
  /** The members of each class, by the class's body. */
  readonly classes: Map<Node, Map<string, Field>>;
}

/** A file, and those that it imports as far as something of them is asked for. */
export interface Code {
  readonly root: Node;
  /** The root of the file that another one imports by this name; undefined for packages and where it is not at hand. */
  fileOf(from: SourceText, specifier: string): Node | undefined;
  readonly budget: Budget;
}

/** How much one question may cost, however many names, files and functions lie on the way to its answer. */
interface Budget {
  left: number;
  asking: boolean;
}

/** Real code needs some twenty; names that refer to each other in circles would need no end. */
const MAX_STEPS = 400;

export function newBudget(): Budget {
  return { left: 0, asking: false };
}

/** Answers a question with a budget of its own, unless it is asked for the sake of another one. */
export function ask<Answer>({ budget }: Code, answer: () => Answer): Answer {
  if (budget.asking) return answer();
  budget.asking = true;
  budget.left = MAX_STEPS;
  try {
    return answer();
  } finally {
    budget.asking = false;
  }
}

/** False when the question has cost too much, so that its answer is "unknown". */
export function spend({ budget }: Code): boolean {
  return --budget.left > 0;
}

export function textOf({ source, start, end }: Node): string {
  return source.text.slice(start, end);
}

/** The declaration that a name refers to; undefined for globals. */
export function bindingOf(name: Node): Binding | undefined {
  let found: Binding | undefined;
  let innermost = Number.POSITIVE_INFINITY;
  // Few scopes declare the same name, while a name may stand in thousands of functions within functions.
  for (const { scope, binding } of name.source.names.get(textOf(name)) ?? []) {
    const isAround = scope.start <= name.start && scope.end >= name.end;
    if (!isAround || scope.end - scope.start >= innermost) continue;
    innermost = scope.end - scope.start;
    found = binding;
  }
  return found;
}

/** The body of the class around a node. */
export function classAround(at: Node): Node | undefined {
  for (let node = at.parent; node; node = node.parent) if (at.source.classes.has(node)) return node;
  return undefined;
}

/** True for what stands in the file itself rather than in one that it imports. */
export function isHere({ root }: Code, { source }: Node): boolean {
  return source === root.source;
}
