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

/** The place of what is next behind an offset: an entry, or something of watching. */
export function watchedBehind(
  monitoring: readonly Monitoring[],
  entryBehind: (offset: number) => Span | undefined,
): (offset: number) => Span | undefined {
  const spans = monitoring.flatMap(commentable).sort((a, b) => a.start - b.start);
  return (offset) => {
    const [entry, watched] = [entryBehind(offset), spans.find(({ start }) => start >= offset)];
    return entry && watched ? (entry.start <= watched.start ? entry : watched) : (entry ?? watched);
  };
}
