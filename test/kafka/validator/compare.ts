import type { Case } from './case';
import { explanationOf } from './explained';
import { type Linter, lintCase, type OwnError } from './lintCase';
import type { Answer, Validator } from './validator';

export type Verdict =
  | { readonly kind: 'agreed'; readonly refused: boolean }
  | { readonly kind: 'explained'; readonly refused: boolean; readonly why: string }
  | Disagreement;

export interface Disagreement {
  /** `false-error` is ours alone, `missed-error` is Kafka's alone. */
  readonly kind: 'false-error' | 'missed-error';
  readonly question: Case;
  readonly answer: Answer;
  readonly errors: readonly OwnError[];
}

/** Asks Kafka and the linter about one case. */
export async function compare(question: Case, kafka: Validator, linter: Linter = lintCase): Promise<Verdict> {
  const asked = kafka.ask(question);
  // Kafka has a process of its own, and thinks meanwhile.
  const own = linter(question);
  const answer = await asked;
  const { errors } = own;
  if (!answer.ok === errors.length > 0) return { kind: 'agreed', refused: !answer.ok };
  const why = explanationOf(question, answer, own);
  if (why !== undefined) return { kind: 'explained', refused: !answer.ok, why };
  return { kind: answer.ok ? 'false-error' : 'missed-error', question, answer, errors };
}
