import { parseDocument } from '../formats/registry';
import { speaksOfKafka } from './documentInfo';

/** Why no rule has seen a file that a format could read: it could not be read, or nothing shows what it configures. */
export type LeftReason = 'unreadable' | 'unrecognized';

/** Undefined for a file that has nothing to do with Kafka; `text` is undefined where it could not be read. */
export function leftReason(path: string, text: string | undefined): LeftReason | undefined {
  if (text === undefined) return 'unreadable';
  if (!speaksOfKafka(path, '', text)) return undefined;
  const document = parseDocument({ uri: path, path, text });
  return document && document.scopes.length === 0 ? 'unrecognized' : undefined;
}
