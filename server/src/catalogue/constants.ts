import data from './data/constants.generated.json';

/** By the class's own name, its constants: generated from the classes of Kafka and of Spring for Apache Kafka. */
const PACKED: ReadonlyMap<string, string> = new Map(Object.entries(data));

type Constants = ReadonlyMap<string, string>;

const read = new Map<string, Constants>();

/** The constants of a class by name; most are named as their value, and only others say it. */
function constantsOf(type: string): Constants | undefined {
  const packed = PACKED.get(type);
  if (packed === undefined) return undefined;
  const known = read.get(type) ?? new Map(packed.split(' ').map(constantOf));
  read.set(type, known);
  return known;
}

function constantOf(word: string): [name: string, value: string] {
  const equals = word.indexOf('=');
  return equals < 0 ? [word, meantBy(word)] : [word.slice(0, equals), word.slice(equals + 1)];
}

function meantBy(name: string): string {
  return name
    .replace(/_CONFIG$/, '')
    .toLowerCase()
    .replaceAll('_', '.');
}

/** What `ProducerConfig.ACKS_CONFIG` stands for. */
export function constantValue(type: string, name: string): string | undefined {
  return constantsOf(type)?.get(name);
}

/** True for classes whose constants name settings. */
export function hasConstants(type: string): boolean {
  return PACKED.has(type);
}

/** The constant of a class that names a setting, such as `ACKS_CONFIG`. */
export function constantNamed(type: string, key: string): string | undefined {
  const names = [...(constantsOf(type) ?? [])].flatMap(([name, value]) => (value === key ? [name] : []));
  return names.find((name) => name.endsWith('_CONFIG')) ?? names[0];
}
