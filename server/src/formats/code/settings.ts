import type { Span } from '../../model/span';
import type { MutableEntry } from '../../recognition/parts';
import { ask, type Binding, spend } from './code';
import { evaluate, settledValue } from './evaluate';
import { declarationOf, valuesOf } from './follow';
import { enclosingFunction, returnsOf } from './functions';
import type { Part, Program } from './idioms';
import { loopNodeOf } from './loops';
import { calledFunction, usesOf } from './names';
import { bare, type Node } from './tree';
import { isUnconditional } from './usage';

/** One setting that code gives. */
export interface Given {
  readonly key: Node;
  readonly value: Node;
  /** The whole that gives it: a statement's call, or key and value of a literal. */
  readonly whole: Node;
  /** It is given in some cases only. */
  readonly conditional: boolean;
  /** Nothing is given, but what was given before under the key is taken out. */
  readonly removes?: true;
}

/** What is known of settings that code puts together. */
export interface Settings {
  readonly given: readonly Given[];
  /** True when nothing else can be in them. */
  readonly complete: boolean;
  /** The expression that they start with, where it is seen. */
  readonly origin?: Node;
}

const UNKNOWN: Settings = { given: [], complete: false };

/** The settings that an expression stands for, as they are where it stands: what statements put in later is left out. */
export function settingsOf(program: Program, node: Node): Settings {
  return ask(program, () => settingsAt(program, node));
}

function settingsAt(program: Program, node: Node): Settings {
  if (!spend(program)) return UNKNOWN;
  const expression = bare(node);
  const binding = declarationOf(program, expression);
  if (binding)
    return isForeign(program, binding) ? ofForeign(program, binding, expression) : ofName(program, binding, expression);
  const call = expression.source.language.callParts(expression);
  const made = call && calledFunction(program, call);
  if (made) return ofReturns(program, returnsOf(made));
  const parts = program.idioms.made(program, expression);
  return parts ? { ...together(program, parts, false), origin: expression } : UNKNOWN;
}

function ofReturns(program: Program, returns: readonly Node[]): Settings {
  const [only] = returns;
  return only && returns.length === 1 ? settingsAt(program, only) : UNKNOWN;
}

function ofName(program: Program, binding: Binding, at: Node | undefined): Settings {
  const { values, isOpen } = valuesOf(program, binding);
  const [only] = values;
  const start = only && values.length === 1 && !isOpen ? settingsAt(program, only) : UNKNOWN;
  const changes = usesOf(program, binding)
    .filter((use) => !at || mayPrecede(use, at))
    .map((use) => together(program, program.idioms.use(program, use), !isSure(program, binding, use, at)));
  return joined([start, ...changes], start.origin);
}

function isForeign(program: Program, { node }: Binding): boolean {
  return node.source !== program.root.source;
}

/** What another file makes, with what is done to it under the name that it has here. */
function ofForeign(program: Program, binding: Binding, expression: Node): Settings {
  const start = ofName(program, binding, undefined);
  const own = program.idioms.bindingOf(expression);
  if (!own || own === binding || isForeign(program, own)) return start;
  const changes = usesOf(program, own)
    .filter((use) => mayPrecede(use, expression))
    .map((use) => together(program, program.idioms.use(program, use), !isSure(program, own, use, expression)));
  return joined([start, ...changes], start.origin);
}

/** The settings that some steps put together. */
export function settingsOfParts(program: Program, parts: readonly Part[]): Settings {
  return ask(program, () => together(program, parts, false));
}

/** The settings that a name stands for when all is done to it that its file does. */
export function settledSettings(program: Program, binding: Binding): Settings {
  return ask(program, () => ofName(program, binding, undefined));
}

/** What stands behind a place in the same function happens later, unless a loop comes back. */
function mayPrecede(use: Node, at: Node): boolean {
  if (use === at) return false;
  if (enclosingFunction(use) !== enclosingFunction(at)) return true;
  return use.start < at.start || (loopNodeOf(at) !== undefined && loopNodeOf(at) === loopNodeOf(use));
}

/** Where a name is declared or read, what is done on the way is done always; in other functions nobody knows. */
function isSure({ idioms }: Program, binding: Binding, use: Node, at: Node | undefined): boolean {
  const home = enclosingFunction(use);
  const isOnTheWay =
    home === enclosingFunction(binding.node) ||
    (at && home === enclosingFunction(at)) ||
    (home && idioms.isConstructor(home));
  return isOnTheWay === true && isUnconditional(use);
}

function together(program: Program, parts: readonly Part[], conditional: boolean): Settings {
  return joined(parts.map((part) => ofPart(program, part, conditional)));
}

function ofPart(program: Program, part: Part, conditional: boolean): Settings {
  switch (part.kind) {
    case 'setting':
      return { given: [{ key: part.key, value: part.value, whole: part.whole, conditional }], complete: true };
    case 'removal':
      return { given: [{ ...part, value: part.key, conditional, removes: true }], complete: true };
    case 'all':
      return conditional ? asConditional(settingsAt(program, part.from)) : settingsAt(program, part.from);
    case 'handed':
      return handed(program, part.to, conditional);
    case 'unknown':
      return UNKNOWN;
  }
}

/** What a function does with the settings that it is given. */
function handed(program: Program, parameter: Binding, conditional: boolean): Settings {
  if (!spend(program) || parameter.assigned.length > 0) return UNKNOWN;
  const changes = usesOf(program, parameter).map((use) =>
    together(program, program.idioms.use(program, use), conditional || !isUnconditional(use)),
  );
  return joined(changes);
}

function asConditional(settings: Settings): Settings {
  return { ...settings, given: settings.given.map((one) => ({ ...one, conditional: true })) };
}

function joined(all: readonly Settings[], origin?: Node): Settings {
  const given = all.flatMap((one) => one.given);
  return { given, complete: all.every(({ complete }) => complete), ...(origin && { origin }) };
}

/** Settings under the names that their keys say. */
export interface Named {
  readonly all: readonly (Given & { readonly name: string })[];
  /** True when every key is known and nothing else can be among them. */
  readonly complete: boolean;
}

/** What is given and not taken out again; a key that cannot be read may be any. */
export function named({ given, complete }: Settings, nameOf: (one: Given) => string | undefined): Named {
  let all: (Given & { readonly name: string })[] = [];
  let known = complete;
  for (const one of given) {
    const name = nameOf(one);
    if (name === undefined) known = false;
    else if (!one.removes) all.push({ ...one, name });
    else if (one.conditional)
      all = all.map((before) => (before.name === name ? { ...before, conditional: true } : before));
    else all = all.filter((before) => before.name !== name);
    // Nobody knows what is gone.
    if (name === undefined && one.removes) all = all.map((before) => ({ ...before, conditional: true }));
  }
  return { all, complete: known };
}

/** The entries of settings, and whether nothing else can be in them. */
export function entriesOf(
  program: Program,
  settings: Settings,
  at: Span,
): { readonly entries: MutableEntry[]; readonly complete: boolean } {
  const { all, complete } = named(settings, ({ key }) => stringName(program, key));
  const entries = all.map(({ name, key, value, whole, conditional }): MutableEntry => {
    const settled = settledValue(program, value);
    return placed(program, key, at, {
      key: name,
      writtenKey: name,
      keySpan: { start: key.start, end: key.end },
      value: settled.kind === 'literal' && conditional ? { ...settled, fallback: true } : settled,
      span: { start: whole.start, end: whole.end },
    });
  });
  return { entries: withWinners(entries), complete };
}

/** An entry of another file is told where it comes in, and nothing of it is changed. */
export function placed({ root }: Program, key: Node, { start, end }: Span, entry: MutableEntry): MutableEntry {
  const span = { start, end };
  if (key.source === root.source) return entry;
  return { ...entry, keySpan: span, span, value: { ...entry.value, span }, elsewhere: true };
}

/** What a key says that is a string, whatever the circumstances. */
export function stringName(program: Program, key: Node): string | undefined {
  const name = ask(program, () => evaluate(program, key));
  return name?.form === 'string' && !name.fallback ? name.text : undefined;
}

/** What is given later wins. */
function withWinners(entries: MutableEntry[]): MutableEntry[] {
  const winners = new Map(entries.map((entry) => [entry.key, entry]));
  for (const entry of entries) {
    const winner = winners.get(entry.key);
    if (winner && winner !== entry) entry.overriddenBy = winner;
  }
  return entries;
}
