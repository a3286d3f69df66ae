import type { Role } from '../model/scope';

/** The anchors of Kafka's own reference, as its generated pages have them. */
const ANCHORS: Readonly<Record<Role, string>> = {
  broker: 'brokerconfigs',
  controller: 'brokerconfigs',
  combined: 'brokerconfigs',
  topic: 'topicconfigs',
  producer: 'producerconfigs',
  consumer: 'consumerconfigs',
  admin: 'adminclientconfigs',
  client: 'producerconfigs',
  'connect-standalone': 'connectconfigs',
  'connect-distributed': 'connectconfigs',
  connector: 'sourceconnectconfigs',
  streams: 'streamsconfigs',
  'mirror-maker': 'mirrorsourceconfigs',
};

/** The key's place in Kafka's documentation. */
export function documentationUrl(role: Role, key: string): string {
  return `https://kafka.apache.org/documentation/#${ANCHORS[role]}_${key}`;
}
