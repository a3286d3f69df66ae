import type { Value } from '../../model/entry';
import type { Binding, Code } from './code';
import type { CallParts } from './language';
import type { Node } from './tree';

/** A file in a language whose settings are put together by statements, with what is usual there. */
export interface Program extends Code {
  readonly idioms: Idioms;
}

export type Literal = Pick<Extract<Value, { kind: 'literal' }>, 'text' | 'form' | 'fallback' | 'wraps'>;
export type NumberForm = 'number' | 'long' | 'double';

/** How settings are written in a language and with its libraries. */
export interface Idioms {
  /** The types of the nodes that are names. */
  readonly names: readonly string[];
  /** The declaration that a name, or a member of the object itself such as `this.name`, refers to. */
  bindingOf(node: Node): Binding | undefined;
  /** The declaration in another file of the project that a name refers to; none where the language names no files. */
  foreign?(program: Program, node: Node): Binding | undefined;
  /** The function of another file of the project that a call calls. */
  foreignFunction?(program: Program, call: CallParts): Node | undefined;
  /** True for calls of what the file itself has: a function, or a method of the object itself. */
  isOwnCall(call: CallParts): boolean;
  /** What a literal, a constant of a library or a conversion of either says; names and arithmetic are not asked for. */
  literal(program: Program, node: Node): Literal | undefined;
  /** The type of number that a name or a function is declared with, which what it is given becomes. */
  declaredForm?(program: Program, node: Node): NumberForm | undefined;
  operands(node: Node): Operands | undefined;
  /** The largest whole number of this form that arithmetic reaches without wrapping around; any where it is absent. */
  largest?(form: Literal['form']): number;
  /** True for what runs before all other methods of an object. */
  isConstructor(made: Node): boolean;
  /** What an expression that makes settings puts into them; undefined for expressions that are not understood. */
  made(program: Program, node: Node): readonly Part[] | undefined;
  /** What is done to settings where their name is used; empty where they are only read. */
  use(program: Program, name: Node): readonly Part[];
}

export interface Operands {
  readonly left: Node;
  readonly sign: string;
  readonly right: Node;
}

/** One step by which settings come about. */
export type Part =
  | { readonly kind: 'setting'; readonly key: Node; readonly value: Node; readonly whole: Node }
  /** What was put in under a key is taken out again. */
  | { readonly kind: 'removal'; readonly key: Node; readonly whole: Node }
  /** Everything that other settings have. */
  | { readonly kind: 'all'; readonly from: Node }
  /** Whatever a function of the file does with what it is given at a parameter. */
  | { readonly kind: 'handed'; readonly to: Binding }
  /** What is put in cannot be seen. */
  | { readonly kind: 'unknown' };
