import type { Entry } from './entry';
import type { Monitoring } from './monitoring';
import type { Scope } from './scope';
import type { Span } from './span';

/** A `kafka-lint` comment. */
export type Directive =
  | {
      readonly kind: 'ignore';
      /** Rule ids, or empty for every rule. */
      readonly rules: readonly DirectiveRule[];
      readonly reason?: string;
      readonly span: Span;
      /** The lines that it covers; `file` for the whole document. */
      readonly covers: Span | 'file';
    }
  | {
      readonly kind: 'configure';
      readonly role?: string;
      readonly version?: string;
      readonly unknown: readonly string[];
      readonly span: Span;
    };

export interface DirectiveRule {
  readonly id: string;
  readonly span: Span;
}

export interface Comment {
  readonly span: Span;
  /** Without the leading marker and blanks. */
  readonly text: string;
}

/** Something that the format's own reader would refuse, such as `\u12` in a .properties file. */
export interface SyntaxProblem {
  readonly code: string;
  readonly message: string;
  readonly span: Span;
}

export type Family = 'settings' | 'code';

/** A parsed file. `scopes` is empty, and `monitoring` absent, when the file is not about Kafka. */
export interface ConfigDocument {
  readonly uri: string;
  /** The id of the format, which only the formats themselves may look at. */
  readonly format: string;
  /** What kind of text it is: a list of settings or a program. */
  readonly family: Family;
  readonly text: string;
  readonly entries: readonly Entry[];
  readonly scopes: readonly Scope[];
  /** What it says of watching Kafka: queries, what is scraped, what is exported. */
  readonly monitoring?: readonly Monitoring[];
  readonly comments: readonly Comment[];
  readonly directives: readonly Directive[];
  readonly problems: readonly SyntaxProblem[];
}

/** Whether it has anything that rules may judge. */
export function saysAnything({ scopes, monitoring, problems }: ConfigDocument): boolean {
  return scopes.length > 0 || monitoring !== undefined || problems.length > 0;
}
