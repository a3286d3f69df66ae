import { describeConfigs } from '../api/describeConfigs';
import { describeQuorum, hasQuorum } from '../api/describeQuorum';
import { type MetadataAnswer, metadata as metadataCall } from '../api/metadata';
import type { Brokers } from '../brokers';
import type { RunningSetting, Unknown } from '../model';
import { unknownForCode } from '../unknown';
import type { WantedPartitions } from './logs';
import type { Memory } from './memory';

/** Every how many refreshes each of the rarer questions is asked again. */
const CONFIG_EVERY = 30;
const CONTROLLER_EVERY = 6;

/**
 * At most one request a refresh after the first, for what changes rarely: why topics are absent, what
 * `min.insync.replicas` is, which controller is active. What is most wanting goes first; its failure leaves the memory as
 * it was, to be asked again.
 */
export async function collectExtra(
  brokers: Brokers,
  metadata: MetadataAnswer,
  wanted: WantedPartitions,
  memory: Memory,
): Promise<void> {
  const absent = absentTopics(metadata, wanted);
  forgetPresent(memory, absent);
  const due = [
    ...(absent.some((topic) => !memory.absentTopics.has(topic)) ? [() => askAbsent(brokers, absent, memory)] : []),
    ...(isConfigDue(metadata, memory) ? [() => askConfigs(brokers, metadata, memory)] : []),
    ...(isControllerDue(memory) ? [() => askController(brokers, metadata, memory)] : []),
  ];
  const now = memory.refreshes === 1 ? due : due.slice(0, 1);
  await Promise.all(now.map((ask) => ask()));
}

function absentTopics(metadata: MetadataAnswer, wanted: WantedPartitions): readonly string[] {
  const present = new Set(metadata.topics.filter(({ errorCode }) => errorCode === 0).map(({ topic }) => topic));
  return [...wanted.keys()].filter((topic) => !present.has(topic));
}

function forgetPresent(memory: Memory, absent: readonly string[]): void {
  const known = absent.flatMap((topic) => {
    const reason = memory.absentTopics.get(topic);
    return reason ? [[topic, reason] as const] : [];
  });
  memory.absentTopics = new Map(known);
}

/** The list of all topics leaves out those that we may not see; only asked by name does Kafka tell the difference. */
async function askAbsent(brokers: Brokers, absent: readonly string[], memory: Memory): Promise<void> {
  try {
    const answer = await brokers.sendToAny((support) => metadataCall(support, absent));
    const reasons = answer.topics.flatMap(({ topic, errorCode }): [string, Unknown][] =>
      errorCode === 0 ? [] : [[topic, unknownForCode(errorCode)]],
    );
    memory.absentTopics = new Map(reasons);
  } catch {
    // The topics stay unexplained in this snapshot and are asked about in the next.
  }
}

function isConfigDue(metadata: MetadataAnswer, memory: Memory): boolean {
  if (memory.refreshes % CONFIG_EVERY === 1 && memory.refreshes > 1) return true;
  return metadata.topics.some(({ topic }) => !memory.minInSyncReplicas.has(topic));
}

function isControllerDue(memory: Memory): boolean {
  return memory.controllerId === undefined || memory.refreshes % CONTROLLER_EVERY === 1;
}

async function askConfigs(brokers: Brokers, metadata: MetadataAnswer, memory: Memory): Promise<void> {
  const topics = metadata.topics.map(({ topic }) => topic);
  try {
    const key = 'min.insync.replicas';
    const resources = topics.map((name) => ({ kind: 'topic' as const, name }));
    const answer = await brokers.sendToAny((support) => describeConfigs(support, resources, [key]));
    // Zero stands for "may not be known": no partition is ever below it, and it is not asked for at every refresh.
    const minimumOf = (settings: readonly RunningSetting[]) => settings.find((one) => one.key === key)?.value ?? 0;
    memory.minInSyncReplicas = new Map(answer.map(({ name, settings }) => [name, Number(minimumOf(settings))]));
  } catch {
    // Whether partitions are below their minimum stays as it was known.
  }
}

/** Without ZooKeeper only the quorum knows; with it the metadata tells. */
async function askController(brokers: Brokers, metadata: MetadataAnswer, memory: Memory): Promise<void> {
  const isKraft = brokers.nodes.some(({ id }) => {
    const support = brokers.supportOf(id);
    return support !== undefined && hasQuorum(support);
  });
  if (!isKraft) {
    memory.controllerId = metadata.controllerId;
    return;
  }
  try {
    memory.controllerId = await brokers.sendToAny(describeQuorum);
  } catch {
    memory.controllerId = undefined;
  }
}
