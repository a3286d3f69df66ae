import { type ClassKind, kindsOfClass } from '../../catalogue/classes';
import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import { ROLES } from '../../model/scope';
import { boundListeners } from '../broker/support/listeners';
import { setEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { withArticle } from '../support/article';
import { targetNote } from '../support/certainty';
import { isReplaced } from '../support/replaced';
import { refusalSeverity } from '../support/severity';
import { kindOfKey, namesIn, type Wanted } from './support/classKeys';
import { isAbsent, meantClass } from './support/kafkaClasses';

export const rule: ScopeRule = {
  id: 'kafka/wrong-class',
  summary: 'A class is not in Kafka, is of another kind, or is named twice',
  severity: 'error',
  roles: ROLES,
  sources: [
    "The classes of Kafka's jars of each version",
    'Utils.newInstance',
    'AbstractConfig.getConfiguredInstances',
  ],
  *checkEntry(entry: Entry, reader: Reader): Iterable<Report> {
    if (entry.overriddenBy || entry.value.kind !== 'literal') return;
    const wanted = kindOfKey(reader.scope.role, entry.key);
    if (!wanted || isReplaced(reader, entry) || isUnread(reader, entry, wanted)) return;
    const found = judge(reader, entry, wanted);
    if (found) yield { span: entry.value.span, ...found };
  },
};

const LATE = 'what uses it fails';

/** The new protocol assigns in the broker, so that a consumer loads no assignor; a listener that is not there loads nothing. */
function isUnread(reader: Reader, { key }: Entry, { kind }: Wanted): boolean {
  if (kind === 'assignor') return reader.string('group.protocol')?.toLowerCase() === 'consumer';
  const listener = /^listener\.name\.([^.]+)\./.exec(key)?.[1];
  if (listener === undefined) return false;
  return !boundListeners(reader)?.listeners.some(({ name }) => name.toLowerCase() === listener);
}

type Verdict = Omit<Report, 'span'> | undefined;

function judge(reader: Reader, entry: Entry, wanted: Wanted): Verdict {
  const names = namesIn(entry.value.text, wanted);
  const { version } = reader;
  if (names.includes('')) return emptyName(reader, entry, wanted, names);
  for (const name of names) {
    const kinds = kindsOfClass(name, version);
    if (kinds?.includes(wanted.kind)) continue;
    const meant = meantClass(name, wanted.kind, version);
    const fixes = meant === undefined ? [] : [replaced(entry, name, meant)];
    const hint = meant === undefined ? '' : ` Did you mean ${simpleName(meant)}?`;
    if (kinds) {
      const message = `${simpleName(name)} is ${withArticle(kinds[0] ?? '')}, and ${entry.writtenKey} needs ${withArticle(wanted.kind)}: ${wanted.late ? LATE : wanted.fails}.${hint}`;
      return { message, fixes, ...(wanted.late && { severity: 'warning' as const }) };
    }
    const other = meant === undefined ? kindByName(name, wanted.kind) : undefined;
    if (other) {
      const message = `${simpleName(name)} is ${withArticle(other)} by its name, and ${entry.writtenKey} needs ${withArticle(wanted.kind)}: ${LATE}.`;
      return { message, severity: 'warning' };
    }
    if (!isAbsent(name, wanted.kind, meant)) continue;
    const message = `Kafka ${version} has no ${wanted.kind} ${name}: ${wanted.fails}.${hint}${targetNote(reader.scope)}`;
    return { message, severity: meant === undefined ? refusalSeverity(reader) : 'error', fixes };
  }
  return twice(reader, entry, wanted, names);
}

/** From 4.2 on the constraint of such lists says the same. */
function emptyName(reader: Reader, entry: Entry, { fails }: Wanted, names: readonly string[]): Verdict {
  if (reader.atLeast('4.2')) return undefined;
  const fixes = [setEntry(entry, names.filter((name) => name !== '').join(','))];
  return { message: `${entry.writtenKey} has a comma with no class beside it: ${fails}.`, fixes };
}

const KINDS_BY_NAME = ['deserializer', 'serializer', 'serde', 'converter'] as const;

/** The kind that a class of somebody else's says it is, where that is another one. */
function kindByName(name: string, wanted: ClassKind): ClassKind | undefined {
  const isOneOf = KINDS_BY_NAME.some((kind) => kind === wanted);
  const found = KINDS_BY_NAME.find((kind) => simpleName(name).toLowerCase().endsWith(kind));
  return isOneOf && found !== wanted ? found : undefined;
}

/** Every assignor has a name, and a consumer takes none twice; from 4.2 on the second is overlooked. */
function twice(reader: Reader, entry: Entry, { kind }: Wanted, names: readonly string[]): Verdict {
  if (kind !== 'assignor' || reader.atLeast('4.2')) return undefined;
  const twin = names.find((name, index) => names.indexOf(name) !== index);
  if (twin === undefined) return undefined;
  const message = `${entry.writtenKey} names ${simpleName(twin)} twice: the consumer does not start.`;
  return { message, fixes: [setEntry(entry, [...new Set(names)].join(','))] };
}

function replaced(entry: Entry, name: string, meant: string): Fix {
  return { ...setEntry(entry, entry.value.text.trim().replace(name, meant)), title: `Replace ${name} by ${meant}` };
}

const simpleName = (name: string): string => name.slice(name.lastIndexOf('.') + 1);
