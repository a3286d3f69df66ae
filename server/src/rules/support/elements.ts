import type { Reader } from '../../catalogue/reader';

/**
 * A comma-separated setting as its elements. Kafka 4.2 made lists of several settings that were strings before
 * (`listeners`, `log.dirs`), and split them by itself.
 */
export function elementsOf(reader: Reader, key: string): readonly string[] | undefined {
  const elements = reader.list(key) ?? reader.string(key)?.split(',');
  return elements?.map((element) => element.trim()).filter((element) => element !== '');
}
