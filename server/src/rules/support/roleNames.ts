import type { Role } from '../../model/scope';

const NAMES: Readonly<Record<Role, string>> = {
  broker: 'broker',
  controller: 'controller',
  combined: 'broker',
  topic: 'topic',
  producer: 'producer',
  consumer: 'consumer',
  admin: 'admin client',
  client: 'client',
  'connect-standalone': 'Connect worker',
  'connect-distributed': 'Connect worker',
  connector: 'connector',
  streams: 'Streams',
  'mirror-maker': 'MirrorMaker',
  host: 'host',
  jvm: 'JVM',
};

/** The role in a sentence: "a {name} setting". */
export function roleName(role: Role): string {
  return NAMES[role];
}
