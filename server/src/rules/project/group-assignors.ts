import type { ClusterFacts, PlacedReport, ScopeFacts } from '../../model/project';
import { tableOf } from '../../model/tableOf';
import type { ProjectRule } from '../rule';
import { clientsOf, fixOf, nameOf, readerFor, siteOf } from './support/facts';

const KEY = 'partition.assignment.strategy';

export const rule: ProjectRule = {
  id: 'project/group-assignors',
  summary: 'Consumers of one group have no assignor in common',
  severity: 'error',
  sources: [
    'ClassicGroup.supportsProtocols (INCONSISTENT_GROUP_PROTOCOL)',
    'ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG',
  ],
  *checkProject(cluster: ClusterFacts): Iterable<PlacedReport> {
    const groups = new Map<string, Member[]>();
    for (const consumer of clientsOf(cluster, 'consumer')) {
      const member = memberOf(consumer);
      if (member) groups.set(member.group, [...(groups.get(member.group) ?? []), member]);
    }
    for (const [group, members] of groups) {
      for (const member of members) {
        const apart = members.filter(({ names }) => !names.some((name) => member.names.includes(name)));
        if (apart.length === 0) continue;
        yield {
          at: siteOf(member.consumer, KEY, 'group.id'),
          message: `Consumers of group ${group} have no assignor in common (${member.names.join(', ')} here): Kafka rejects those that join later.`,
          related: apart.map(({ consumer, names }) => ({
            at: siteOf(consumer, KEY, 'group.id'),
            message: `${nameOf(consumer)} assigns with ${names.join(', ')}.`,
          })),
          fixes:
            member.consumer.client === 'java'
              ? apart.flatMap(({ text }) => (text ? fixOf(member.consumer, KEY, text) : [])).slice(0, 1)
              : [],
        };
      }
    }
  },
};

interface Member {
  readonly consumer: ScopeFacts;
  readonly group: string;
  /** What the group's protocol calls the assignors. */
  readonly names: readonly string[];
  /** As a consumer of Java would have them; absent where it cannot. */
  readonly text?: string;
}

function memberOf(consumer: ScopeFacts): Member | undefined {
  const reader = readerFor(consumer);
  const group = reader.setString('group.id')?.value;
  const list = reader.list(KEY) ?? reader.string(KEY)?.split(',');
  if (!group || !list || reader.string('group.protocol')?.toLowerCase() === 'consumer') return undefined;
  const names = list.map((name) => PROTOCOLS[shortName(name)] ?? shortName(name));
  // What a class of somebody's own calls itself nobody knows.
  if (consumer.client === 'java' && list.some((name) => PROTOCOLS[shortName(name)] === undefined)) return undefined;
  const isJava = consumer.client === 'java' && consumer.settings.has(KEY);
  return { consumer, group, names, ...(isJava && { text: list.join(',') }) };
}

function shortName(name: string): string {
  const trimmed = name.trim();
  return trimmed.slice(trimmed.lastIndexOf('.') + 1);
}

const PROTOCOLS: Readonly<Record<string, string>> = tableOf({
  RangeAssignor: 'range',
  RoundRobinAssignor: 'roundrobin',
  StickyAssignor: 'sticky',
  CooperativeStickyAssignor: 'cooperative-sticky',
});
