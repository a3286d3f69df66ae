import { rolesOf } from '../../../server/src/catalogue/catalogue';
import { topicNameOf } from '../../../server/src/rules/support/topicSynonyms';
import type { Pair } from './case';
import type { OwnError } from './lintCase';
import { IN_OTHER_WORDS } from './otherWords';

/**
 * Whether one of our errors stands where Kafka's refusal says: at an entry whose key the message names, or anywhere
 * with a message of ours that names such a key and says that the file lacks it. Kafka stops at the first mistake that
 * it meets and we go on, so that further errors of ours say nothing.
 */
export function isAtFault(message: string, entries: readonly Pair[], errors: readonly OwnError[]): boolean {
  const named = keysIn(message);
  const written = new Set(entries.map(([key]) => key));
  const isMissing = (key: string): boolean => named.has(nameOf(key)) && !written.has(key);
  return errors.some(({ key, message: own }) => named.has(nameOf(key)) || tokensOf(own).some(isMissing));
}

/** The settings that a message of Kafka's is about, by the names that are compared; empty where it names none. */
export function keysIn(message: string): ReadonlySet<string> {
  const single = ONE_KEY.flatMap((pattern) => message.match(pattern)?.[1] ?? [])[0];
  if (single !== undefined) return new Set([nameOf(single)]);
  const told = IN_OTHER_WORDS.find(([words]) => message.includes(words));
  const keys = told ? told.slice(1) : tokensOf(message).filter((token) => isKey(nameOf(token)));
  return new Set(keys.map(nameOf));
}

/** Messages about one key, of which the other words are values. */
const ONE_KEY = [
  /Invalid value .*? for configuration ([^\s:]+)/s,
  /Missing required (?:configuration )?"([^"]+)"/,
  /Unknown topic config name: (\S+)/,
];

/** What two names of one setting have in common: no prefix of a cluster or a client, topics' names and not brokers'. */
export function nameOf(written: string): string {
  const words = written.split('.');
  const suffixes = words.map((_, index) => words.slice(index).join('.'));
  const key = suffixes.find(isKey) ?? written;
  return SYNONYMS[key] ?? topicNameOf(key)?.key ?? key;
}

const SYNONYMS: Readonly<Record<string, string>> = { 'broker.id': 'node.id', 'log.dir': 'log.dirs' };

function isKey(name: string): boolean {
  return rolesOf(name).length > 0;
}

/** The words of a text that may be keys. */
function tokensOf(text: string): string[] {
  return text.match(/[\w>-]+(?:\.[\w>-]+)*/g) ?? [];
}
