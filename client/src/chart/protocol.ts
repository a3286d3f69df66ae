/** What the panel and its page say to each other. Imports nothing, since both sides have it. */

export interface ChartTarget {
  readonly clusterName: string;
  readonly groupId: string;
  readonly topic?: string;
}

export interface ChartSeries {
  readonly name: string;
  /** What is the matter with the group now, in the tree's words; empty when nothing is. */
  readonly state: string;
  /** Time in milliseconds since the epoch and lag in messages, the oldest first. */
  readonly points: readonly (readonly [at: number, lag: number])[];
}

/** All that the page shows; each one takes the place of the last. */
export interface ChartState {
  readonly title: string;
  readonly series: readonly ChartSeries[];
  /** Each lag, in messages, that counts as too far behind for one of the series. */
  readonly thresholds: readonly number[];
  /** How current the numbers are, in words. */
  readonly status: string;
  /** Milliseconds without a point from which on nobody can say what was between. */
  readonly gapMs: number;
}

/** What the page keeps, so that a restarted editor shows it again. */
export interface PageState {
  readonly targets: readonly ChartTarget[];
  readonly isLog: boolean;
  /** Minutes on show; 0 for all that there is. */
  readonly minutes: number;
}

export type ToPage = { readonly kind: 'show'; readonly state: ChartState; readonly targets: readonly ChartTarget[] };
export type FromPage = { readonly kind: 'ready' };
