import type { Role } from '../../model/scope';
import { tableOf } from '../../model/tableOf';
import { lookup } from '../catalogue';
import type { Counterpart } from './counterpart';

/** Names that are not Kafka's with an underscore for each dot. */
const OTHER_NAMES: Readonly<Record<string, string>> = tableOf({
  max_batch_size: 'batch.size',
});

/** Options that are given other things than Kafka's own keys of the same name. */
const OTHER_VALUES: ReadonlySet<string> = new Set([
  'key_serializer',
  'value_serializer',
  'key_deserializer',
  'value_deserializer',
  'partition_assignment_strategy',
  'metric_reporters',
]);

const NEAREST: Readonly<Record<string, string>> = tableOf({
  partitioner: 'partitioner.class',
  sasl_plain_username: 'sasl.jaas.config',
  sasl_plain_password: 'sasl.jaas.config',
  ssl_cafile: 'ssl.truststore.location',
  ssl_certfile: 'ssl.keystore.location',
  ssl_keyfile: 'ssl.keystore.location',
  ssl_password: 'ssl.key.password',
  ssl_check_hostname: 'ssl.endpoint.identification.algorithm',
  sasl_kerberos_service_name: 'sasl.kerberos.service.name',
});

/** kafka-python and aiokafka write Kafka's keys with underscores. */
export function pythonCounterpart(call: string, name: string): Counterpart {
  const key = OTHER_NAMES[name] ?? name.replaceAll('_', '.');
  const isKafkas = ROLES.some((role) => (role === call || !ROLES.includes(call as Role)) && lookup(role, key));
  if (isKafkas && !OTHER_VALUES.has(name)) return { kafkaKey: key };
  const resembles = isKafkas ? key : NEAREST[name];
  return resembles ? { resembles } : {};
}

const ROLES: readonly Role[] = ['producer', 'consumer', 'admin'];
