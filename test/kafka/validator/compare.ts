import type { Case } from './case';
import { explanationOf } from './explained';
import { isAtFault } from './faultyKey';
import { type Linter, lintCase, type OwnError, type OwnVerdict } from './lintCase';
import type { Answer, Validator } from './validator';
import { type WarningDifference, warningDifference } from './warnings';

export type Verdict =
  | { readonly kind: 'agreed'; readonly refused: boolean }
  | { readonly kind: 'explained'; readonly refused: boolean; readonly why: string }
  | Disagreement;

export interface Disagreement {
  /** `false-error` is ours alone, `missed-error` is Kafka's alone, `other-key` is both with different keys at fault. */
  readonly kind: 'false-error' | 'missed-error' | 'other-key' | WarningDifference['kind'];
  readonly question: Case;
  readonly answer: Answer;
  readonly errors: readonly OwnError[];
  /** The key that only one of the two warns of. */
  readonly warnedOf?: string;
}

/** Asks Kafka and the linter about one case. */
export async function compare(question: Case, kafka: Validator, linter: Linter = lintCase): Promise<Verdict> {
  const asked = kafka.ask(question);
  // Kafka has a process of its own, and thinks meanwhile.
  const own = linter(question);
  const answer = await asked;
  const { errors } = own;
  const kind = differenceOf(question, answer, errors);
  if (kind === undefined) return compareWarnings(question, answer, own);
  const why = explanationOf(question, answer, own);
  if (why !== undefined) return { kind: 'explained', refused: !answer.ok, why };
  return { kind, question, answer, errors };
}

function compareWarnings(question: Case, answer: Answer, own: OwnVerdict): Verdict {
  const found = warningDifference(question, answer, own);
  if (!found) return { kind: 'agreed', refused: !answer.ok };
  return { kind: found.kind, question, answer, errors: own.notes, warnedOf: found.key };
}

function differenceOf(
  { entries }: Case,
  answer: Answer,
  errors: readonly OwnError[],
): Disagreement['kind'] | undefined {
  if (answer.ok) return errors.length > 0 ? 'false-error' : undefined;
  if (errors.length === 0) return 'missed-error';
  return isAtFault(answer.message, entries, errors) ? undefined : 'other-key';
}
