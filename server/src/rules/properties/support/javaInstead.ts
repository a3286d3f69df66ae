import type { Reader } from '../../../catalogue/reader';
import type { ConfigEdit } from '../../../model/edit';
import type { Entry } from '../../../model/entry';
import type { Fix } from '../../../model/finding';
import { renameEntry } from '../../fixes';

interface Instead {
  /** What the same is called, or is made of, in Kafka's own clients. */
  readonly name: string;
  readonly fixes: readonly Fix[];
}

const LOGIN = ['sasl.username', 'sasl.password'];
const PEM = { 'ssl.ca.location': 'truststore', 'ssl.certificate.location': 'keystore', 'ssl.key.location': 'keystore' };

/** What to write for a key of librdkafka's; undefined where Kafka's own clients have nothing like it. */
export function javaInstead(reader: Reader, entry: Entry): Instead | undefined {
  const { key } = entry;
  if (LOGIN.includes(key)) return { name: 'sasl.jaas.config', fixes: [] };
  if (key === 'sasl.mechanisms') {
    const fixes = reader.has('sasl.mechanism') ? [] : [renameEntry(reader, entry, 'sasl.mechanism')];
    return { name: 'sasl.mechanism', fixes };
  }
  const store = Object.hasOwn(PEM, key) ? PEM[key as keyof typeof PEM] : undefined;
  if (!store) return undefined;
  const [location, type] = [`ssl.${store}.location`, `ssl.${store}.type`];
  return { name: `${location} with ${type}=PEM`, fixes: key === 'ssl.ca.location' ? trustPem(reader, entry) : [] };
}

/** A PEM file of certificates is a trust store since Kafka 2.7. */
function trustPem(reader: Reader, entry: Entry): Fix[] {
  const [location, type] = ['ssl.truststore.location', 'ssl.truststore.type'];
  if (reader.has(location) || reader.has(type)) return [];
  const edits: ConfigEdit[] = [
    { kind: 'rename', entry, scope: reader.scope, key: location },
    { kind: 'add', scope: reader.scope, key: type, value: 'PEM', after: entry },
  ];
  return [{ title: `Replace by ${location} with ${type}=PEM`, safe: false, edits }];
}
