import type { Case } from './case';
import { compare, type Disagreement } from './compare';
import type { Linter } from './lintCase';
import type { Validator } from './validator';

/** Leaves out entries one by one for as long as the same kind of disagreement, with the same reason, stays. */
export async function minimise(found: Disagreement, kafka: Validator, linter?: Linter): Promise<Disagreement> {
  let smallest = found;
  for (let shrunk = true; shrunk; ) {
    shrunk = false;
    for (const entry of smallest.question.entries) {
      const entries = smallest.question.entries.filter((one) => one !== entry);
      const question: Case = { ...smallest.question, entries };
      const verdict = await compare(question, kafka, linter);
      if (verdict.kind !== found.kind || reasonOf(verdict) !== reasonOf(found)) continue;
      smallest = verdict;
      shrunk = true;
    }
  }
  return smallest;
}

/** What makes two disagreements the same: our rule, or Kafka's words without the values in them. */
export function reasonOf({ kind, answer, errors, warnedOf }: Disagreement): string {
  if (warnedOf !== undefined) return `${kind} ${warnedOf}`;
  if (kind === 'false-error') return `${kind} ${errors[0]?.rule ?? ''}`;
  const message = answer.ok ? '' : `${answer.class}: ${answer.message}`;
  return `${kind} ${message.replace(/\d+/g, '#').replace(/Invalid value .*? for/s, 'Invalid value … for')}`;
}
