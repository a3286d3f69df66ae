import { type ConfigResource, type DescribedConfig, describeConfigs } from '../api/describeConfigs';
import { ERROR, errorName } from '../api/errorCode';
import type { Brokers } from '../brokers';
import { explainError } from '../explain/explainError';
import type { DescribedConfigs, RunningConfig } from '../model';

/** Topics in one request: an answer has some 5 KB for each. */
const BATCH = 1000;
/** More names than anybody reads say nothing. */
const MOST_NAMES = 5;

/** A broker tells its own configuration alone, any of them that of topics. What fails is told, and hides nothing else. */
export async function configsOf(
  brokers: Brokers,
  resources: readonly ConfigResource[],
  keys?: readonly string[],
): Promise<DescribedConfigs> {
  const topics = resources.filter(({ kind }) => kind === 'topic');
  const asked = [
    ...resources.filter(({ kind }) => kind === 'broker').map((broker) => ofBroker(brokers, broker, keys)),
    ...batchesOf(topics).map((batch) => ofTopics(brokers, batch, keys)),
  ];
  const answers = await Promise.all(asked);
  const described = answers.flatMap(({ configs }) => configs);
  const known = described.filter(({ errorCode }) => errorCode === 0);
  return {
    configs: known.map(({ kind, name, settings }): RunningConfig => ({ kind, name, settings })),
    problems: [...answers.flatMap(({ problems }) => problems), ...refusals(described)],
  };
}

interface Answer {
  readonly configs: readonly DescribedConfig[];
  readonly problems: readonly string[];
}

async function ofBroker(brokers: Brokers, broker: ConfigResource, keys?: readonly string[]): Promise<Answer> {
  try {
    const configs = await brokers.send(Number(broker.name), (support) => describeConfigs(support, [broker], keys));
    return { configs, problems: [] };
  } catch (error) {
    return { configs: [], problems: [`Broker ${broker.name} cannot be asked: ${explainError(error).message}`] };
  }
}

async function ofTopics(
  brokers: Brokers,
  topics: readonly ConfigResource[],
  keys?: readonly string[],
): Promise<Answer> {
  try {
    return { configs: await brokers.sendToAny((support) => describeConfigs(support, topics, keys)), problems: [] };
  } catch (error) {
    const { message } = explainError(error);
    return { configs: [], problems: [`Configurations of ${topics.length} topics cannot be read: ${message}`] };
  }
}

function batchesOf(topics: readonly ConfigResource[]): readonly (readonly ConfigResource[])[] {
  const count = Math.ceil(topics.length / BATCH);
  return Array.from({ length: count }, (_, index) => topics.slice(index * BATCH, (index + 1) * BATCH));
}

/** A topic that was deleted a moment ago is no problem. */
function refusals(described: readonly DescribedConfig[]): string[] {
  const refused = described.filter(
    ({ errorCode }) => errorCode !== 0 && errorCode !== ERROR.UNKNOWN_TOPIC_OR_PARTITION,
  );
  return (['broker', 'topic'] as const).flatMap((kind) => {
    const own = refused.filter((one) => one.kind === kind);
    const codes = [...new Set(own.map(({ errorCode }) => errorCode))];
    return codes.map((code) =>
      refusal(
        kind,
        code,
        own.filter(({ errorCode }) => errorCode === code),
      ),
    );
  });
}

function refusal(kind: 'broker' | 'topic', code: number, refused: readonly DescribedConfig[]): string {
  const names = refused.slice(0, MOST_NAMES).map(({ name }) => name);
  const more = refused.length > names.length ? ` and ${refused.length - names.length} more` : '';
  const what = `${kind}${refused.length === 1 ? '' : 's'} ${names.join(', ')}${more}`;
  if (code === ERROR.CLUSTER_AUTHORIZATION_FAILED) {
    return `The configuration of ${what} is hidden: the user needs the permission DescribeConfigs on the cluster.`;
  }
  if (code === ERROR.TOPIC_AUTHORIZATION_FAILED) {
    return `The configuration of ${what} is hidden: the user needs the permission DescribeConfigs on topics.`;
  }
  return `The configuration of ${what} cannot be read: ${errorName(code)}.`;
}
