import { lint } from '../../../server/src/engine/lint';
import { escapeKey, escapeValue } from '../../../server/src/formats/properties/escape';
import { propertiesFormat } from '../../../server/src/formats/properties/propertiesFormat';
import type { Finding } from '../../../server/src/model/finding';
import type { Scope } from '../../../server/src/model/scope';
import { sliceSpan } from '../../../server/src/model/span';
import type { Case } from './case';

/** An error of ours about a case. */
export interface OwnError {
  readonly rule: string;
  readonly message: string;
  /** The text that it underlines. */
  readonly text: string;
}

export interface OwnVerdict {
  readonly errors: readonly OwnError[];
  /** Whether the linter takes the file for a whole one. */
  readonly completeness: Scope['completeness'];
}

/** What the linter makes of a case; throws when a rule does. */
export type Linter = (question: Case) => OwnVerdict;

const SETTINGS = { severityOf: () => undefined };

/** The errors of our engine for a file with the case's entries, its role and version being settled. */
export const lintCase: Linter = ({ role, version, entries }) => {
  const text = entries.map(([key, value]) => `${escapeKey(key)}=${escapeValue(value, '=')}\n`).join('');
  const path = `/etc/kafka/${role}.properties`;
  const document = propertiesFormat.parse({ uri: `file://${path}`, path, text, hints: { role, version } });
  const { findings, failures } = lint(document, SETTINGS);
  const [failure] = failures;
  if (failure) throw new Error(`${failure.rule} failed`, { cause: failure.error });
  const errors = findings.filter(({ severity }) => severity === 'error').map((finding) => ownError(text, finding));
  return { errors, completeness: document.scopes[0]?.completeness ?? 'fragment' };
};

function ownError(text: string, { rule, message, span }: Finding): OwnError {
  return { rule, message, text: sliceSpan(text, span) };
}
