import { type Binding, spend, textOf } from './code';
import { enclosingFunction, parametersOf, returnsOf } from './functions';
import type { Program } from './idioms';
import { calledFunction, callsOf } from './names';
import { bare, type Node } from './tree';

/**
 * The expression that stands behind names: through variables and members that are given one value, parameters of
 * functions that are called in one way, and functions that only return. Everything else stays as it is.
 */
export function follow(program: Program, node: Node): Node {
  const expression = bare(node);
  const next = spend(program) ? step(program, expression) : undefined;
  return next && next !== expression ? follow(program, next) : expression;
}

/** What a name stands for, in whichever file of the project it is declared. */
export function declarationOf(program: Program, node: Node): Binding | undefined {
  const binding = program.idioms.bindingOf(node);
  if (binding && binding.kind !== 'import') return binding;
  return program.idioms.foreign?.(program, node) ?? binding;
}

/** The next expression on the way to what stands behind a name or a call. */
export function step(program: Program, node: Node): Node | undefined {
  const binding = declarationOf(program, node);
  if (binding) {
    const { values, isOpen } = valuesOf(program, binding);
    return values.length === 1 && !isOpen ? values[0] : undefined;
  }
  const call = node.source.language.callParts(node);
  const made = call && calledFunction(program, call);
  const returns = made ? returnsOf(made) : [];
  return returns.length === 1 ? returns[0] : undefined;
}

/** What a name is given in its file, and whether somebody else may give it more. */
export function valuesOf(
  program: Program,
  binding: Binding,
): { readonly values: readonly Node[]; readonly isOpen: boolean } {
  const { kind, init, assigned, path } = binding;
  if (kind === 'parameter')
    return { values: [...argumentsFor(program, binding), ...assigned], isOpen: assigned.length > 0 };
  if (kind !== 'variable' || path.length > 0) return { values: [], isOpen: true };
  return { values: init && !isNothing(init) ? [init, ...assigned] : assigned, isOpen: false };
}

/** What a name starts with until it is given something. */
function isNothing(node: Node): boolean {
  return /^(?:null|None|nil)$/.test(textOf(node));
}

/** What the calls in the file give for a parameter: one value where all give the same. */
function argumentsFor(program: Program, { node, name }: Binding): readonly Node[] {
  const made = enclosingFunction(node);
  const index = made ? parametersOf(made).findIndex(({ start, end }) => start <= node.start && node.end <= end) : -1;
  if (!made || index < 0) return [];
  const given = new Map<string, Node>();
  for (const call of callsOf(program, made)) {
    const value = call.arguments[index];
    // What a function hands on to itself is nothing new.
    const text = value?.source.text.slice(value.start, value.end);
    if (value && text !== undefined && !(text === name && enclosingFunction(value) === made)) given.set(text, value);
  }
  return [...given.values()];
}
