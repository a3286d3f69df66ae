import type { Entry } from '../../model/entry';
import type { DeclaredTopic, TopicUse } from '../../model/project';
import type { Scope } from '../../model/scope';
import { rootOf } from '../../model/tree';
import { callsOf, optionOf } from './objectClients';
import type { Places } from './places';

/** Longer lists are data. */
const MOST_TOPICS = 200;

/** The topics that a client is seen to read and write. */
export function topicUsesOf(scope: Scope, places: Places): TopicUse[] {
  if (scope.role === 'connector') return ofConnector(scope, places);
  return callsOf(scope)
    .flatMap(({ method, options }): TopicUse[] => {
      const use = method === 'send' ? 'writes' : method === 'subscribe' ? 'reads' : undefined;
      const entry = use && (optionOf(options, 'topic') ?? optionOf(options, 'topics'));
      if (!use || !entry) return [];
      const acks = use === 'writes' ? optionOf(options, 'acks') : undefined;
      const text = acks?.value.kind === 'literal' ? acks.value.text : undefined;
      return namesIn(entry).map((topic) => ({
        topic,
        use,
        site: places.at(entry.span),
        ...(text !== undefined && { acks: text === '-1' ? 'all' : text }),
      }));
    })
    .slice(0, MOST_TOPICS);
}

/** A sink reads what `topics` names. */
function ofConnector(scope: Scope, places: Places): TopicUse[] {
  const entry = scope.entries.findLast(({ key, overriddenBy }) => key === 'topics' && !overriddenBy);
  return entry ? namesIn(entry).map((topic) => ({ topic, use: 'reads', site: places.at(entry.span) })) : [];
}

function namesIn({ value }: Entry): string[] {
  if (value.kind !== 'literal' || value.fallback) return [];
  return value.text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => /^[\w.-]{1,249}$/.test(name));
}

/** The topics that code creates. */
export function createdTopics(scope: Scope, places: Places): DeclaredTopic[] {
  return callsOf(scope).flatMap(({ topics = [] }) =>
    topics.flatMap((element): DeclaredTopic[] => {
      const name = optionOf(element, 'topic');
      if (name?.value.kind !== 'literal' || !/^[\w.-]{1,249}$/.test(name.value.text)) return [];
      const partitions = numberOf(optionOf(element, 'numPartitions'), places);
      const replicas = numberOf(optionOf(element, 'replicationFactor'), places);
      const site = places.at(name.span);
      const topic = name.value.text;
      return [{ topic, site, ...(partitions && { partitions }), ...(replicas && { replicas }) }];
    }),
  );
}

function numberOf(entry: Entry | undefined, places: Places): DeclaredTopic['replicas'] {
  if (entry?.value.kind !== 'literal' || !/^\d{1,9}$/.test(entry.value.text)) return undefined;
  return { value: Number(entry.value.text), site: places.at(entry.span) };
}

/** The topic that a resource stands for. */
export function resourceTopic(scope: Scope, places: Places): DeclaredTopic | undefined {
  const { role, resource, name } = rootOf(scope);
  const topic = resource?.topicName?.value ?? name;
  if (role !== 'topic' || !resource || topic === undefined) return undefined;
  const { partitions, replicas } = resource;
  return {
    topic,
    site: places.at(resource.topicName?.span ?? resource.apiVersion.span),
    ...(partitions && { partitions: { value: partitions.value, site: places.at(partitions.span) } }),
    ...(replicas && { replicas: { value: replicas.value, site: places.at(replicas.span) } }),
  };
}
