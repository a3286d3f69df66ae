/** Where a step stands among those that the answers so far call for. */
export interface StepPlace {
  /** From 1. */
  readonly step: number;
  readonly total: number;
}

export interface Step<Draft> {
  /** False when what was answered before makes the question needless. */
  applies(draft: Draft): boolean;
}

/** What a person did: gave an answer, went back, or gave up. */
export type Answer<Draft> = { readonly draft: Draft } | 'back' | 'cancel';

/**
 * Asks one step after another, backwards too. Undefined when the person gives up; going back from the first step stays
 * there.
 */
export async function runSteps<Draft, S extends Step<Draft>>(
  steps: readonly S[],
  initial: Draft,
  ask: (step: S, draft: Draft, place: StepPlace) => Promise<Answer<Draft>>,
): Promise<Draft | undefined> {
  let draft = initial;
  let at = next(steps, draft, -1);
  while (at < steps.length) {
    const step = steps[at];
    if (!step) break;
    const answer = await ask(step, draft, placeOf(steps, draft, at));
    if (answer === 'cancel') return undefined;
    if (answer === 'back') {
      at = previous(steps, draft, at);
      continue;
    }
    draft = answer.draft;
    at = next(steps, draft, at);
  }
  return draft;
}

function next<Draft>(steps: readonly Step<Draft>[], draft: Draft, at: number): number {
  const found = steps.findIndex((step, index) => index > at && step.applies(draft));
  return found < 0 ? steps.length : found;
}

function previous<Draft>(steps: readonly Step<Draft>[], draft: Draft, at: number): number {
  const found = steps.findLastIndex((step, index) => index < at && step.applies(draft));
  return found < 0 ? at : found;
}

function placeOf<Draft>(steps: readonly Step<Draft>[], draft: Draft, at: number): StepPlace {
  const total = steps.filter((step) => step.applies(draft)).length;
  const step = steps.filter((one, index) => index <= at && one.applies(draft)).length;
  return { step, total };
}
