import type { Role } from '../model/scope';
import { isMachineRole, type MachineRole, machineSetting } from './machine/machine';

/** The anchors of Kafka's own reference, as its generated pages have them. */
const ANCHORS: Readonly<Record<Exclude<Role, MachineRole>, string>> = {
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

/** The key's place in the documentation of Kafka, or of what it is a setting of. */
export function documentationUrl(role: Role, key: string): string {
  if (isMachineRole(role)) return machineSetting(role, key)?.url ?? '';
  return `https://kafka.apache.org/documentation/#${ANCHORS[role]}_${key}`;
}
