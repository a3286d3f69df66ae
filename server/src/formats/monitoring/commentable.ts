import type { Monitoring } from '../../model/monitoring';
import type { Span } from '../../model/span';

/** What a comment on the line before it can speak of. */
export function commentable({ queries, jobs, exporter }: Monitoring): Span[] {
  return [
    ...queries.map(({ span }) => span),
    ...queries.flatMap(({ wait }) => (wait ? [wait.span] : [])),
    ...jobs.map(({ span }) => span),
    ...jobs.flatMap(({ targets }) => targets.map(({ span }) => span)),
    ...(exporter?.startDelay ? [exporter.startDelay.span] : []),
    ...(exporter?.rules.map(({ span }) => span) ?? []),
  ];
}
