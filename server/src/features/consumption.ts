import { type Finding, SEVERITIES } from '../model/finding';

/** A finding that bears on how fast a group consumes. */
export interface ConsumptionFinding {
  readonly finding: Finding;
  /** What it does to consumption, in a few words. */
  readonly effect: string;
}

/** What the rules find, the likely greatest effect on lag first. A refused configuration comes before all of them. */
const EFFECTS: readonly (readonly [rule: string, effect: string])[] = [
  ['consumer/poll-interval', 'The group may lose the member again and again, or it handles one record a poll'],
  ['kafkajs/each-message-throughput', 'Records are handled one after another'],
  ['consumer/fetch-too-small', 'Each fetch brings few records'],
  ['kafkajs/fetch-sizes', 'Each fetch brings few records'],
  ['kafkajs/commit-frequency', 'Commits take a round trip too often'],
  ['kafkajs/each-batch-contract', 'Long batches end in a rebalance, and are read again'],
  ['consumer/session-and-heartbeat', 'Short pauses end in a rebalance'],
  ['kafkajs/consumer-options-invalid', 'Short pauses end in a rebalance'],
  ['consumer/fetch-wait-over-request-timeout', 'Idle fetches time out and connect again'],
  ['consumer/eager-assignor', 'Every rebalance stops the whole group'],
  ['kafkajs/group-id-volatile', 'Each start is a new group'],
  ['consumer/fetch-min-bytes', 'Fetches are smaller or later than need be'],
  ['consumer/auto-commit', 'Commits are too frequent or too rare'],
  ['consumer/auto-offset-reset', 'A new group begins at another place than you may expect'],
];

const RANKS = new Map(EFFECTS.map(([rule], index) => [rule, index]));
const TEXTS = new Map(EFFECTS);

/** The rules that are known to bear on consumption. */
export const CONSUMPTION_RULES: readonly string[] = EFFECTS.map(([rule]) => rule);

/**
 * The findings of one scope that bear on consumption, in order of likely effect: errors, which may keep it from starting,
 * then by rule, then by severity, then by place. Others are left out.
 */
export function consumptionFindings(findings: readonly Finding[]): ConsumptionFinding[] {
  return findings
    .flatMap((finding): (ConsumptionFinding & { readonly rank: number })[] => {
      const effect = TEXTS.get(finding.rule);
      if (finding.severity === 'error') return [{ finding, effect: effect ?? 'Kafka may reject it', rank: -1 }];
      return effect === undefined ? [] : [{ finding, effect, rank: RANKS.get(finding.rule) ?? 0 }];
    })
    .sort((a, b) => a.rank - b.rank || bySeverityAndPlace(a.finding, b.finding))
    .map(({ finding, effect }) => ({ finding, effect }));
}

function bySeverityAndPlace(a: Finding, b: Finding): number {
  const severity = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
  return severity || a.span.start - b.span.start;
}
