import type { Role } from '../model/scope';
import { BROKER_DESCRIPTIONS } from './descriptions/broker';
import { CLIENT_DESCRIPTIONS } from './descriptions/client';
import { CONNECT_DESCRIPTIONS } from './descriptions/connect';
import { CONSUMER_DESCRIPTIONS } from './descriptions/consumer';
import { PRODUCER_DESCRIPTIONS } from './descriptions/producer';
import { STREAMS_DESCRIPTIONS } from './descriptions/streams';
import { TOPIC_DESCRIPTIONS } from './descriptions/topic';
import { isMachineRole, type MachineRole, machineSetting } from './machine/machine';

type Descriptions = Readonly<Record<string, string>>;
type KafkaRole = Exclude<Role, MachineRole>;

/** Our own words on each key, the nearest table first: a key can mean different things to different roles. */
const TABLES: Readonly<Record<KafkaRole, readonly Descriptions[]>> = {
  broker: [BROKER_DESCRIPTIONS, CLIENT_DESCRIPTIONS],
  controller: [BROKER_DESCRIPTIONS, CLIENT_DESCRIPTIONS],
  combined: [BROKER_DESCRIPTIONS, CLIENT_DESCRIPTIONS],
  topic: [TOPIC_DESCRIPTIONS],
  producer: [PRODUCER_DESCRIPTIONS, CLIENT_DESCRIPTIONS],
  consumer: [CONSUMER_DESCRIPTIONS, CLIENT_DESCRIPTIONS],
  admin: [CLIENT_DESCRIPTIONS],
  client: [CLIENT_DESCRIPTIONS, PRODUCER_DESCRIPTIONS, CONSUMER_DESCRIPTIONS],
  'connect-standalone': [CONNECT_DESCRIPTIONS, CLIENT_DESCRIPTIONS],
  'connect-distributed': [CONNECT_DESCRIPTIONS, CLIENT_DESCRIPTIONS],
  connector: [CONNECT_DESCRIPTIONS],
  streams: [STREAMS_DESCRIPTIONS, CLIENT_DESCRIPTIONS, PRODUCER_DESCRIPTIONS, CONSUMER_DESCRIPTIONS],
  'mirror-maker': [CONNECT_DESCRIPTIONS, CLIENT_DESCRIPTIONS],
};

const LISTENER_PREFIX = /^listener\.name\.[^.]+\.(?:(?:plain|gssapi|oauthbearer|scram-sha-\d+)\.)?/;

/** One or two sentences with unit and effect; undefined where we have none and Kafka's documentation must do. */
export function describe(role: Role, key: string): string | undefined {
  if (isMachineRole(role)) return machineSetting(role, key)?.description;
  const plain = key.replace(LISTENER_PREFIX, '');
  return TABLES[role].find((table) => Object.hasOwn(table, plain))?.[plain];
}
