import type { KafkaVersion } from '../model/version';
import { DATA, versionIndex } from './data';

/** What a setting may want a class for, as tools/catalogue calls it. */
export type ClassKind =
  | 'serializer'
  | 'deserializer'
  | 'serde'
  | 'assignor'
  | 'partitioner'
  | 'login module'
  | 'converter'
  | 'header converter'
  | 'transformation'
  | 'predicate'
  | 'authorizer'
  | 'replication policy'
  | 'config provider'
  | 'callback handler'
  | 'engine factory'
  | 'metrics reporter'
  | 'timestamp extractor'
  | 'deserialization exception handler'
  | 'production exception handler'
  | 'processing exception handler';

/** What Kafka's jars of the version have under that name; undefined where it is none of the kinds. */
export function kindsOfClass(name: string, version: KafkaVersion): readonly string[] | undefined {
  const [folder, simple] = partsOf(name);
  const ofPackage = own(DATA.classes, folder);
  const packed = ofPackage && own(ofPackage, simple);
  if (!packed) return undefined;
  const [kinds, since = 0, removed = Number.POSITIVE_INFINITY] = packed;
  const index = versionIndex(version);
  return since <= index && index < removed ? kinds.split(',') : undefined;
}

/** True for what Kafka had or has in some covered version. */
export function wasKafkas(name: string): boolean {
  const [folder, simple] = partsOf(name);
  return own(own(DATA.classes, folder) ?? {}, simple) !== undefined;
}

/** True for a package in which Kafka has such classes, so that nobody else's are there. */
export function isKafkaPackage(name: string): boolean {
  return own(DATA.classes, partsOf(name)[0]) !== undefined;
}

/** The full names of the version's classes of that kind. */
export function classesOf(kind: ClassKind, version: KafkaVersion): readonly string[] {
  return Object.entries(DATA.classes).flatMap(([folder, classes]) =>
    Object.keys(classes)
      .map((simple) => folder + simple)
      .filter((name) => kindsOfClass(name, version)?.includes(kind)),
  );
}

/** The package with its last dot, and the class within it. */
function partsOf(name: string): readonly [string, string] {
  const at = name.lastIndexOf('.') + 1;
  return [name.slice(0, at), name.slice(at)];
}

function own<T>(of: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(of, key) ? of[key] : undefined;
}
