import type { Parser } from '@lezer/common';
import type { Loop } from '../../model/call';
import type { Node } from './tree';

/**
 * What is particular to a language: the names that its grammar gives to things, and the habits of those who write it.
 * Every node knows its language by its source, so that what is followed may be written in another one.
 */
export interface Language {
  readonly parser: Parser;
  /** The text as the grammar can read it, of the same length; as it stands when absent. */
  readable?(text: string): string;
  /** The nodes that end with the names which are declared in them, functions apart. */
  readonly blocks: ReadonlySet<string>;
  /** How the names of nodes end that are statements or declarations. */
  readonly statement: RegExp;
  /** Methods that run a function for each element: `forEach`. */
  readonly eachMethods: Readonly<Record<string, Loop['kind']>>;
  /** Statements that pause for a time of their own; a global pattern. */
  readonly pause: RegExp;
  /** True for functions, methods and lambdas. */
  isFunction(node: Node): boolean;
  /** The parameters of a function, each as it is declared. */
  parametersOf(made: Node): readonly Node[];
  nameOf(made: Node): string | undefined;
  /** What stands in brackets, casts and whatever else gives its inside on; undefined for everything else. */
  innerOf(node: Node): Node | undefined;
  /** The parts of a call; undefined for other nodes. */
  callParts(node: Node): CallParts | undefined;
  /** The parts of a loop where `inside` is what it repeats. */
  loopParts(statement: Node, inside: Node): LoopParts | undefined;
  /** True where the parent decides whether its child is reached. */
  decides(parent: Node, child: Node): boolean;
  /** True where the parent catches what its child throws. */
  guards(parent: Node, child: Node): boolean;
  /** True for what runs once for each request, event or record. */
  serves(made: Node): boolean;
  /** True for what runs once, as far as its name or an annotation tells. */
  isStartUp(made: Node): boolean;
}

export interface CallParts {
  /** What is called, as a whole: `producer.send`. */
  readonly callee: Node;
  /** The name alone: `send`. */
  readonly name: Node;
  readonly method: string;
  /** What it is called on; absent for a function, and for a method of the class around it. */
  readonly receiver?: Node;
  readonly arguments: readonly Node[];
}

export interface LoopParts {
  readonly kind: Loop['kind'];
  readonly body: Node;
  readonly item?: Node;
  readonly collection?: Node;
}
