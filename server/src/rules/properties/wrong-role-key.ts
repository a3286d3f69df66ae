import type { Reader } from '../../catalogue/reader';
import type { ConfigDocument } from '../../model/document';
import type { Entry } from '../../model/entry';
import type { Fix, Report, Severity } from '../../model/finding';
import type { Role } from '../../model/scope';
import { removeEntry, renameEntry } from '../fixes';
import { SERVER_ROLES } from '../roles';
import type { RuleContext, ScopeRule } from '../rule';
import { roleName } from '../support/roleNames';
import { BROKER_NAME_OF_TOPIC_KEY } from '../support/topicSynonyms';
import { IGNORING_ROLES } from './support/keyRoles';
import { verdictOf } from './support/verdicts';

export const rule: ScopeRule = {
  id: 'properties/wrong-role-key',
  summary: 'A key belongs in another kind of file, and is ignored here',
  severity: 'warning',
  roles: IGNORING_ROLES,
  sources: ["Kafka's ConfigDefs of each version", 'ServerTopicConfigSynonyms.ALL_TOPIC_CONFIG_SYNONYMS'],
  *checkEntry(entry: Entry, reader: Reader, { document }: RuleContext): Iterable<Report> {
    const verdict = verdictOf(reader, entry);
    if (verdict.kind !== 'other-role' || isForAnother(document, entry, verdict.role)) return;
    const here = roleName(reader.scope.role);
    const there = roleName(verdict.role);
    const message = `${entry.writtenKey} is ${article(there)} ${there} setting: in ${article(here)} ${here} file Kafka ignores it.`;
    const severity = severityOf(reader.scope.role, verdict.role);
    yield { span: entry.keySpan, message, severity, fixes: fixesFor(reader, entry, verdict.role) };
  },
};

/** Settings that several clients share hold what each of them needs. */
function isForAnother({ scopes }: ConfigDocument, { span }: Entry, role: Role): boolean {
  return scopes.some((scope) => scope.role === role && scope.entries.some((one) => one.span.start === span.start));
}

/** Between clients the line is only useless; between a broker and the rest somebody counts on its effect. */
function severityOf(here: Role, there: Role): Severity {
  const servers: readonly Role[] = [...SERVER_ROLES, 'topic'];
  return servers.includes(here) !== servers.includes(there) || there === 'topic' ? 'warning' : 'information';
}

/** Removing an ignored line changes nothing, but the setting has to go somewhere first. */
function fixesFor(reader: Reader, entry: Entry, there: Role): Fix[] {
  const isServer = SERVER_ROLES.some((role) => role === reader.scope.role);
  const synonym = isServer && there === 'topic' ? BROKER_NAME_OF_TOPIC_KEY[entry.key] : undefined;
  const rename = synonym && !reader.entry(synonym) ? [renameEntry(reader, entry, synonym)] : [];
  return [...rename, removeEntry(entry)];
}

function article(noun: string): string {
  return /^[aeiou]/i.test(noun) ? 'an' : 'a';
}
