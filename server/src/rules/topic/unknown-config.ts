import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import { removeEntry, renameEntry } from '../fixes';
import { type Verdict, verdictOf } from '../properties/support/verdicts';
import type { ScopeRule } from '../rule';
import { withArticle } from '../support/article';
import { successorFixes } from '../support/successorFixes';
import { topicNameOf } from '../support/topicSynonyms';

export const rule: ScopeRule = {
  id: 'topic/unknown-config',
  summary: 'A topic has no such setting, and Kafka rejects the whole request',
  severity: 'error',
  roles: ['topic'],
  sources: [
    'LogConfig.validateNames (Unknown topic config name)',
    'ServerTopicConfigSynonyms.ALL_TOPIC_CONFIG_SYNONYMS',
  ],
  *checkEntry(entry: Entry, reader: Reader): Iterable<Report> {
    const report = reportOn(reader, entry, verdictOf(reader, entry));
    if (report) yield report;
  },
};

function reportOn(reader: Reader, entry: Entry, verdict: Verdict): Report | undefined {
  const name = entry.writtenKey;
  const span = entry.keySpan;
  const { source, version } = reader.scope.target;
  switch (verdict.kind) {
    case 'other-role': {
      const fixes = [...translation(reader, entry), removeEntry(entry)];
      return {
        span,
        message: `${name} is ${withArticle(verdict.role)} setting, not a topic setting: ${REJECTED}`,
        fixes,
      };
    }
    case 'unknown': {
      const better = verdict.suggestion && !reader.entry(verdict.suggestion) ? verdict.suggestion : undefined;
      const question = verdict.suggestion ? ` Did you mean ${verdict.suggestion}?` : '';
      const fixes = [...(better ? [renameEntry(reader, entry, better)] : []), removeEntry(entry)];
      return { span, message: `Unknown topic setting ${name}: ${REJECTED}${question}`, fixes };
    }
    case 'removed': {
      const severity = source === 'newest' ? ('hint' as const) : ('error' as const);
      const message = `${name} was removed in Kafka ${verdict.history.removed}: it rejects a topic with it.`;
      return { span, message, severity, fixes: [...(successorFixes(reader, entry) ?? []), removeEntry(entry)] };
    }
    case 'newer': {
      const message = `${name} came with Kafka ${verdict.history.since}: Kafka ${version} rejects a topic with it.`;
      return { span, message, fixes: [removeEntry(entry)] };
    }
    default:
      return undefined;
  }
}

const REJECTED = 'Kafka rejects the whole request.';

/** The broker's setting under its topic name, with the value in the topic's unit. */
function translation(reader: Reader, entry: Entry): Fix[] {
  const name = topicNameOf(entry.key);
  if (!name || reader.entry(name.key)) return [];
  const rename = renameEntry(reader, entry, name.key);
  if (name.factor === 1) return [rename];
  const amount = Number(entry.value.text);
  if (entry.value.kind !== 'literal' || !Number.isSafeInteger(amount)) return [];
  const value = String(amount < 0 ? -1 : amount * name.factor);
  const title = `Replace ${entry.writtenKey} by ${reader.scope.written(name.key)}=${value}`;
  return [{ title, safe: false, edits: [...rename.edits, { kind: 'set', entry, value }] }];
}
