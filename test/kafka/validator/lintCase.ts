import { createLinter } from '../../../server/src/engine/lint';
import { escapeKey, escapeValue } from '../../../server/src/escape/properties';
import { propertiesFormat } from '../../../server/src/formats/properties/propertiesFormat';
import type { ConfigDocument } from '../../../server/src/model/document';
import type { Finding } from '../../../server/src/model/finding';
import type { Role, Scope } from '../../../server/src/model/scope';
import { RULES } from '../../../server/src/rules/index.generated';
import type { Case } from './case';

/** A finding of ours about a case. */
export interface OwnError {
  readonly rule: string;
  readonly message: string;
  /** The key of the entry that it stands at, as written; empty where it stands at none. */
  readonly key: string;
}

export interface OwnVerdict {
  readonly errors: readonly OwnError[];
  /** What is said at lower severities. */
  readonly notes: readonly OwnError[];
  /** Whether the linter takes the file for Kafka's. */
  readonly isRecognised: boolean;
  /** Whether the linter takes the file for a whole one. */
  readonly completeness: Scope['completeness'];
  /** The keys whose values look like what a tool fills in, so that nothing is said of them. */
  readonly placeholders: readonly string[];
}

/** What the linter makes of a case; throws when a rule does. */
export type Linter = (question: Case) => OwnVerdict;

const SETTINGS = { severityOf: () => undefined };

/** A long comparison runs where other work may hold it up, so that no time passes for the rules. */
const lint = createLinter(RULES, () => 0);

/** The errors of our engine for a file with the case's entries, its role and version being settled. */
export const lintCase: Linter = ({ role, version, entries }) => {
  const text = entries.map(([key, value]) => `${escapeKey(key)}=${escapeValue(value, '=')}\n`).join('');
  const path = `/etc/kafka/${role}.properties`;
  const document = propertiesFormat.parse({
    uri: `file://${path}`,
    path,
    text,
    hints: { ...(isServer(role) ? {} : { role }), version },
  });
  const { findings, failures } = lint(document, SETTINGS);
  const [failure] = failures;
  if (failure) throw new Error(`${failure.rule} failed`, { cause: failure.error });
  const told = (isError: boolean): OwnError[] =>
    findings.filter(({ severity }) => (severity === 'error') === isError).map((one) => ownError(document, one));
  return {
    errors: told(true),
    notes: told(false),
    isRecognised: document.scopes.length > 0,
    completeness: document.scopes[0]?.completeness ?? 'fragment',
    placeholders: placeholdersIn(document),
  };
};

/** What a server does stands in process.roles, and that may be what is wrong. */
function isServer(role: Role): boolean {
  return role === 'broker' || role === 'controller' || role === 'combined';
}

function ownError({ entries }: ConfigDocument, { rule, message, span }: Finding): OwnError {
  const entry = entries.find((one) => one.span.start <= span.start && span.end <= one.span.end);
  return { rule, message, key: entry?.writtenKey ?? '' };
}

function placeholdersIn({ entries }: ConfigDocument): readonly string[] {
  return entries.filter(({ value }) => value.kind === 'dynamic').map(({ writtenKey }) => writtenKey);
}
