import assert from 'node:assert/strict';
import type { RunningBroker, RunningCluster, RunningTopic, RunningValue } from '../../server/src/model/running';
import { CLUSTER_SCHEME, runningName } from '../../server/src/protocol/runningUri';

export function isRunning(path: string): boolean {
  return path.startsWith(`${CLUSTER_SCHEME}:`);
}

/** Connected clusters from documents of what they run with, as the editor shows them. */
export function runningClusters(documents: Readonly<Record<string, string>>): readonly RunningCluster[] {
  const clusters = new Map<string, { brokers: RunningBroker[]; topics: RunningTopic[] }>();
  for (const [uri, text] of Object.entries(documents)) {
    const named = runningName(uri.slice(CLUSTER_SCHEME.length + 1)) ?? assert.fail(`${uri} names nothing that runs`);
    const cluster = clusters.get(named.cluster) ?? { brokers: [], topics: [] };
    clusters.set(named.cluster, cluster);
    if (named.kind === 'broker') cluster.brokers.push(brokerOf(uri, named.name, text));
    else cluster.topics.push(topicOf(uri, named.name, text));
  }
  return [...clusters].map(([name, { brokers, topics }]) => ({
    name,
    bootstrapServers: brokers.map(({ host, port }) => `${host}:${port}`),
    protocol: 'PLAINTEXT',
    version: '4.1',
    brokers,
    topics,
  }));
}

function brokerOf(uri: string, name: string, text: string): RunningBroker {
  const [, host = '', port = ''] = /^# Broker \d+ of \S+ at ([\w.-]+):(\d+)/.exec(text) ?? assert.fail(text);
  return { uri, id: Number(name), host, port: Number(port), settings: settingsIn(text) };
}

function topicOf(uri: string, topic: string, text: string): RunningTopic {
  const [, partitions, replicas] = /: (\d+) partitions?, (\d+) replicas? each/.exec(text) ?? assert.fail(text);
  return { uri, topic, partitions: Number(partitions), replicas: Number(replicas), settings: settingsIn(text) };
}

/** The comment above says where a value comes from; a default is a comment itself. */
function settingsIn(text: string): Record<string, RunningValue> {
  const settings: Record<string, RunningValue> = {};
  let source = 'UNKNOWN';
  for (const line of text.split('\n')) {
    source = /\(([A-Z_]+_CONFIG)\)$/.exec(line)?.[1] ?? source;
    const [, key, value] = /^(?:# )?([\w.]+)=(.*)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) settings[key] = { value, source };
  }
  return settings;
}
