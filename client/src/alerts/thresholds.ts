import { globMatch } from '../sidebar/lag/filter';

export interface ThresholdSettings {
  /** In messages. */
  readonly threshold: number;
  /** By glob of group ids; the first that matches counts. */
  readonly thresholds: Readonly<Record<string, number>>;
}

/** How far behind a group may be, in messages. */
export function thresholdsFor({ threshold, thresholds }: ThresholdSettings): (groupId: string) => number {
  const rules = Object.entries(thresholds).map(([glob, messages]) => ({ matches: globMatch(glob), messages }));
  return (groupId) => rules.find(({ matches }) => matches(groupId))?.messages ?? threshold;
}
