import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import type { RuleContext, ScopeRule } from '../rule';
import { optionIn } from './support/options';

export const rule: ScopeRule = {
  id: 'kafkajs/group-topics',
  summary: 'Two consumers of one group subscribe to different topics',
  severity: 'warning',
  roles: ['consumer'],
  clients: ['kafkajs'],
  sources: [
    'kafkajs 2.2.4 src/consumer/assigners/roundRobinAssigner/index.js (the leader’s topics are dealt out to all members)',
    'kafkajs 2.2.4 src/consumer/consumerGroup.js (topics that a member has not subscribed to are dropped from its assignment)',
  ],
  *check({ scope }: Reader, { document }: RuleContext): Iterable<Report> {
    const group = optionIn(scope, 'groupId');
    const topics = topicsOf(scope);
    if (!group || group.elsewhere || group.value.kind !== 'literal' || !topics) return;
    const id = group.value.text;
    for (const other of document.scopes) {
      if (other === scope || other.client !== 'kafkajs' || other.role !== 'consumer') continue;
      const theirs = optionIn(other, 'groupId')?.value;
      const others = theirs?.kind === 'literal' && theirs.text === id ? topicsOf(other) : undefined;
      if (!others || others.join() === topics.join()) continue;
      const message = `Another consumer of group '${id}' subscribes to other topics: the leader deals out its own topics only, so that records of both are never read. Give each its own group, or the same topics.`;
      yield { span: group.span, message };
      return;
    }
  },
};

/** The topics of a consumer in the order of their names; undefined as soon as one is not known. */
function topicsOf({ calls, creation }: Scope): readonly string[] | undefined {
  const subscribes = calls.filter(({ method }) => method === 'subscribe');
  if (subscribes.length === 0 || !creation || creation.loop) return undefined;
  const topics: string[] = [];
  for (const { options, loop } of subscribes) {
    const value = (optionIn(options, 'topic') ?? optionIn(options, 'topics'))?.value;
    if (loop || value?.kind !== 'literal' || value.fallback) return undefined;
    topics.push(...value.text.split(','));
  }
  return [...new Set(topics)].sort();
}
