import type { Case } from './case';
import type { OwnVerdict } from './lintCase';
import type { Answer } from './validator';

/** A kind of disagreement that is meant, with the reason. */
interface Explained {
  readonly why: string;
  applies(question: Case, answer: Answer, own: OwnVerdict): boolean;
}

const EXPLAINED: readonly Explained[] = [
  {
    why: 'A file without what every whole file of its role has is taken for a part of one, of which absence tells nothing.',
    applies: ({ role }, answer, { completeness }) => !answer.ok && role !== 'topic' && completeness === 'fragment',
  },
];

/** Why the two differ, where that is meant. */
export function explanationOf(question: Case, answer: Answer, own: OwnVerdict): string | undefined {
  return EXPLAINED.find((one) => one.applies(question, answer, own))?.why;
}
