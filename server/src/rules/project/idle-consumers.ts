import type { ClusterFacts, PlacedReport } from '../../model/project';
import type { ProjectRule } from '../rule';
import { clientsOf, nameOf } from './support/facts';

export const rule: ProjectRule = {
  id: 'project/idle-consumers',
  summary: 'A consumer group has more members than its topics have partitions',
  severity: 'information',
  sources: ['Kafka documentation, Consumers: each partition is read by one member of a group'],
  *checkProject(cluster: ClusterFacts): Iterable<PlacedReport> {
    for (const consumer of clientsOf(cluster, 'consumer')) {
      const { members, topics } = consumer;
      const read = [...new Set(topics.filter(({ use }) => use === 'reads').map(({ topic }) => topic))];
      const declared = read.map((topic) => cluster.topics.find(({ declares }) => declares?.topic === topic));
      const counts = declared.map((topic) => topic?.declares?.partitions?.value);
      const partitions = counts.reduce<number | undefined>(
        (sum, count) => (sum === undefined || count === undefined ? undefined : sum + count),
        0,
      );
      if (!members || read.length === 0 || partitions === undefined || members.count <= partitions) continue;
      const idle = members.count - partitions;
      yield {
        at: members.site,
        message: `${idle} of ${members.count} stay idle: the topics read here have ${partitions} ${partitions === 1 ? 'partition' : 'partitions'} in all.`,
        related: declared.flatMap((topic) => {
          const site = topic?.declares?.partitions?.site;
          return topic && site ? [{ at: site, message: `${nameOf(topic)} has its partitions here.` }] : [];
        }),
      };
    }
  },
};
