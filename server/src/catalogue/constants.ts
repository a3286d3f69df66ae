import { tablesOf } from '../model/tableOf';
import data from './data/constants.generated.json';

type Table = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** By the class's own name, its constants by name: generated from the classes of Kafka and of Spring for Apache Kafka. */
const CONSTANTS: Table = tablesOf(data as Table);

/** What `ProducerConfig.ACKS_CONFIG` stands for. */
export function constantValue(type: string, name: string): string | undefined {
  return CONSTANTS[type]?.[name];
}

/** True for classes whose constants name settings. */
export function hasConstants(type: string): boolean {
  return CONSTANTS[type] !== undefined;
}

/** The constant of a class that names a setting, such as `ACKS_CONFIG`. */
export function constantNamed(type: string, key: string): string | undefined {
  const constants = Object.entries(CONSTANTS[type] ?? {});
  return (
    constants.find(([name, value]) => value === key && /_CONFIG$/.test(name))?.[0] ??
    constants.find(([, value]) => value === key)?.[0]
  );
}
