import { settingAt } from '../../../server/src/catalogue/catalogue';
import type { Case } from './case';
import type { OwnVerdict } from './lintCase';
import type { Answer } from './validator';

export interface WarningDifference {
  /** `missed-warning` is Kafka's alone, `false-warning` is ours alone. */
  readonly kind: 'missed-warning' | 'false-warning';
  readonly key: string;
}

/** Rules that say of a key that Kafka ignores it, as it says itself in its log. */
const SAY_UNKNOWN: readonly string[] = [
  'properties/unknown-key',
  'properties/removed-key',
  'properties/wrong-role-key',
  'properties/key-from-newer-version',
];

/** Clients tell in their log which keys nothing has read; servers, workers and MirrorMaker say no word of their own. */
const TELL_UNKNOWN: readonly Case['role'][] = ['producer', 'consumer', 'admin'];

/**
 * Where Kafka takes a file and says in its log that it does not know a key, or that a key is deprecated, without a
 * finding of ours there; or where we say that a client ignores a key and it does not.
 *
 * Compared are keys that no definition of the client has: of settings that it knows but has not needed so far, such as
 * those of encryption on a plain connection, Kafka says the same, and a file may have them in store. Deprecation is
 * compared one way only: Kafka logs it of a few settings, and of most it stands in their documentation.
 */
export function warningDifference(question: Case, answer: Answer, own: OwnVerdict): WarningDifference | undefined {
  if (!answer.ok) return undefined;
  const lines = answer.warnings ?? [];
  const written = question.entries.map(([key]) => key);
  const unknown = unknownIn(lines).filter((key) => isUndefined(question, key) && written.includes(key));
  const isSilent = (key: string): boolean => !own.notes.some((note) => note.key === key);
  const missed = unknown.find(isSilent) ?? deprecatedIn(lines, written).find((keys) => keys.every(isSilent))?.[0];
  if (missed !== undefined) return { kind: 'missed-warning', key: missed };
  if (!TELL_UNKNOWN.includes(question.role)) return undefined;
  const wrong = own.notes.find(({ rule, key }) => SAY_UNKNOWN.includes(rule) && !unknown.includes(key));
  return wrong && { kind: 'false-warning', key: wrong.key };
}

/** The keys of both wordings: a line a key up to Kafka 2.8, a list later. */
function unknownIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const single = /^The configuration '(.*)' was supplied but isn't a known config\.$/.exec(line)?.[1];
    const several = /^These configurations '\[(.*)\]' were supplied but are not used yet\.$/.exec(line)?.[1];
    return single === undefined ? (several?.split(', ') ?? []) : [single];
  });
}

/** Where a file goes to several clients, each says of the others' keys that it does not know them. */
function isUndefined({ role, version }: Case, key: string): boolean {
  return TELL_UNKNOWN.includes(role) && settingAt(role, key, version) === undefined;
}

/** For each line about deprecation the written keys that it names: what is deprecated, and perhaps what to use instead. */
function deprecatedIn(lines: readonly string[], written: readonly string[]): string[][] {
  const told = lines
    // What Streams no longer reads as its own goes on to its clients, where it counts.
    .filter((line) => !line.includes('`retries`'))
    .filter((line) => /deprecated/i.test(line))
    .map((line): readonly string[] => line.match(/[\w.-]*\w/g) ?? []);
  return told.map((words) => written.filter((key) => words.includes(key))).filter((keys) => keys.length > 0);
}
