import type { Role } from '../../../model/scope';

/** The maps of charts and playbooks that become a server's configuration as they are, by the end of their path. */
const SERVER_MAPS: readonly (readonly [RegExp, Role])[] = [
  // Confluent's charts: `cp-kafka.configurationOverrides`
  [/(?:^|\.)cp-kafka-connect\.configurationoverrides$/, 'connect-distributed'],
  [/(?:^|\.)(?:cp-)?kafka\.configurationoverrides$/, 'broker'],
  // Bitnami's chart
  [/(?:^|\.)kafka\.(?:(?:controller|broker)\.)?(?:overrideconfiguration|config)$/, 'broker'],
  [/(?:^|\.)(?:controller|broker)\.overrideconfiguration$/, 'broker'],
  // Confluent's playbooks
  [/(?:^|\.)kafka_broker_custom_properties$/, 'broker'],
  [/(?:^|\.)kafka_controller_custom_properties$/, 'controller'],
  [/(?:^|\.)kafka_connect_custom_properties$/, 'connect-distributed'],
  [/(?:^|\.)kafka_broker\.properties$/, 'broker'],
  [/(?:^|\.)kafka_connect\.properties$/, 'connect-distributed'],
];

/** What the map at the path configures; undefined for maps that are nobody's in particular. */
export function serverMapOf(path: readonly string[]): Role | undefined {
  const whole = path.join('.').toLowerCase();
  return SERVER_MAPS.find(([pattern]) => pattern.test(whole))?.[1];
}
