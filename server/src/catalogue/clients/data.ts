import type { ClientLibrary } from '../../model/scope';
import { withoutPrototype } from '../../model/tableOf';
import type { KafkaVersion } from '../../model/version';
import raw from '../data/clients.generated.json';

/** A library of another maker than Kafka's own, for JavaScript, Python or Go, whose options are known. */
export type CodeClient = Exclude<ClientLibrary, 'java' | 'nest'>;

export function hasCatalogue(client: ClientLibrary): client is CodeClient {
  return client !== 'java' && client !== 'nest';
}

/** [name, kinds of values, 1 when required, default or 0, the name of an enum or the texts allowed or 0] */
export type PackedOption = readonly [
  name: string,
  kinds: string,
  required?: 0 | 1,
  defaultText?: string | 0,
  values?: string | readonly string[] | 0,
];

interface LibraryData {
  readonly version: string;
  readonly methods: Readonly<Record<string, readonly string[]>>;
  readonly enums: Readonly<Record<string, Readonly<Record<string, number | string>>>>;
  readonly calls: Readonly<Record<string, readonly PackedOption[]>>;
  /** What earlier releases have in other ways: `consumer group_instance_id`. */
  readonly history?: Readonly<Record<string, OptionHistory>>;
}

/** Releases are lines such as `2.2`. */
export interface OptionHistory {
  readonly since?: KafkaVersion;
  /** The first release without it. */
  readonly until?: KafkaVersion;
  /** The default that held before a release. */
  readonly before?: Readonly<Record<KafkaVersion, string>>;
}

/** [scope, type, default, range or values or 0, the key that it is an alias of or 0, 1 for topics, 1 when deprecated] */
export type PackedSetting = readonly [
  scope: '*' | 'P' | 'C',
  type: string,
  defaultText: string,
  range?: string | 0,
  aliasOf?: string | 0,
  topic?: 0 | 1,
  deprecated?: 1,
];

interface ClientsData {
  readonly libraries: Readonly<Record<CodeClient, LibraryData>>;
  /** librdkafka's settings as node-rdkafka's release has them, and those that differ in Confluent's. */
  readonly librdkafka: Readonly<Record<'settings' | 'confluent', Readonly<Record<string, PackedSetting>>>>;
}

/** What tools/clients took out of the libraries' declarations and sources. The JSON import is typed too widely. */
const DATA = raw as unknown as ClientsData;
withoutPrototype(DATA.librdkafka.settings, DATA.librdkafka.confluent);
for (const { methods, enums, calls, history } of Object.values(DATA.libraries)) {
  withoutPrototype(methods, enums, calls, ...Object.values(enums), ...(history ? [history] : []));
}

export const LIBRARIES = DATA.libraries;
export const LIBRDKAFKA = DATA.librdkafka;
