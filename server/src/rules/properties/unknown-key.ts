import { CATALOGUE_VERSIONS } from '../../catalogue/catalogue';
import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import type { Role } from '../../model/scope';
import { removeEntry, renameEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { withArticle } from '../support/article';
import { roleName } from '../support/roleNames';
import { javaInstead } from './support/javaInstead';
import { IGNORING_ROLES } from './support/keyRoles';
import { verdictOf } from './support/verdicts';

/** Roles whose files hold keys of the user's own: there only a near miss of Kafka's keys says anything. */
const OPEN_ROLES: readonly Role[] = ['connector', 'mirror-maker', 'streams'];
/** A connector's keys are often like the framework's (`topic` and `topics`); short ones say nothing. */
const SHORTEST_OPEN_KEY = 8;

export const rule: ScopeRule = {
  id: 'properties/unknown-key',
  summary: 'A key is unknown to Kafka, and is ignored',
  severity: 'warning',
  roles: IGNORING_ROLES,
  sources: ['AbstractConfig.logUnused', "Kafka's ConfigDefs of each version"],
  *checkEntry(entry: Entry, reader: Reader): Iterable<Report> {
    const verdict = verdictOf(reader, entry);
    if (verdict.kind === 'librdkafka') yield librdkafkas(reader, entry);
    if (verdict.kind !== 'unknown') return;
    const open = OPEN_ROLES.includes(reader.scope.role);
    const { suggestion, plugins } = verdict;
    if (suggestion && !(open && entry.key.length < SHORTEST_OPEN_KEY)) {
      yield misspelt(reader, entry, suggestion, plugins || open);
    } else if ((!open && !plugins) || isMirrorMakers(reader, entry)) {
      const name = `${roleName(reader.scope.role)} setting of Kafka ${CATALOGUE_VERSIONS[0]} or later`;
      const message = `${entry.writtenKey} is not ${withArticle(name)}: Kafka ignores it.`;
      yield { span: entry.keySpan, message, severity: 'hint', fixes: [removeEntry(entry)] };
    }
  },
};

/** Nobody but MirrorMaker has settings that begin like those of its own topics. */
function isMirrorMakers({ scope }: Reader, { key }: Entry): boolean {
  return scope.role === 'mirror-maker' && /^(?:heartbeats|checkpoints|offset-syncs)\.topic\./.test(key);
}

function librdkafkas(reader: Reader, entry: Entry): Report {
  const instead = javaInstead(reader, entry);
  const message = `${entry.writtenKey} is a setting of librdkafka; Kafka's own clients ignore it${instead ? `: they use ${instead.name}` : ''}.`;
  return { span: entry.keySpan, message, fixes: [...(instead?.fixes ?? []), removeEntry(entry)] };
}

/** Where a plugin or a connector may have a key of that very name, the likeness is only worth a remark. */
function misspelt(reader: Reader, entry: Entry, suggestion: string, doubtful: boolean): Report {
  const name = roleName(reader.scope.role);
  const present = reader.entry(suggestion);
  const meant = reader.scope.written(suggestion) || suggestion;
  const also = present ? ` ${meant} is set too.` : '';
  const message = `Unknown ${name} setting ${entry.writtenKey}; Kafka ignores it. Did you mean ${meant}?${also}`;
  const fixes = present ? [removeEntry(entry)] : [renameEntry(reader, entry, suggestion), removeEntry(entry)];
  return { span: entry.keySpan, message, fixes, ...(doubtful && { severity: 'information' as const }) };
}
