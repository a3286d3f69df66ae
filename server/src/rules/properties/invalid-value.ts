import { definitionsOf } from '../../catalogue/ownership';
import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import { ROLES } from '../../model/scope';
import { setEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { targetNote } from '../support/certainty';
import { isInsideConnect } from '../support/nesting';
import { isReplaced } from '../support/replaced';
import { explainRefusal } from './support/explainRefusal';
import { nearestValue } from './support/nearestValue';
import { olderVersionTaking } from './support/olderVersions';
import { refusalByAll } from './support/valueVerdict';
import { verdictOf } from './support/verdicts';

export const rule: ScopeRule = {
  id: 'properties/invalid-value',
  summary: 'Kafka rejects the value',
  severity: 'error',
  roles: ROLES,
  sources: [
    'ConfigDef.parseType',
    'ConfigDef.Range, ConfigDef.ValidString, ConfigDef.ValidList',
    "Kafka's ConfigDefs of each version",
  ],
  *checkEntry(entry: Entry, reader: Reader): Iterable<Report> {
    const verdict = verdictOf(reader, entry);
    if (verdict.kind !== 'invalid' || isReplaced(reader, entry) || isOldConsumers(reader, entry)) return;
    const settings = definitionsOf(reader.scope, entry.key);
    const text = entry.value.text.trim();
    const shown = text === '' ? 'An empty value' : `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`;
    const older = olderVersionTaking(reader.scope, entry);
    const since = older && older !== 'unjudged' ? ` Kafka ${older} still accepts it.` : '';
    const reason = explainRefusal(settings, text, verdict.refusal);
    const message = `${shown} is not accepted for ${entry.writtenKey}, ${reason}: ${consequenceOf(reader)}.${since}${targetNote(reader.scope)}`;
    const better = settings[0] && nearestValue(settings[0], text, verdict.refusal);
    const usable = better && !refusalByAll(settings, better.value);
    const fixes = usable ? [setEntry(entry, better.value, { safe: better.sameWord })] : [];
    const severity = older === undefined ? 'error' : older === 'unjudged' ? 'warning' : 'information';
    const span = entry.value.span.start === entry.value.span.end ? entry.span : entry.value.span;
    yield { span, message, severity, fixes };
  },
};

/** The consumers that found brokers in ZooKeeper had words of their own; nothing since 2.0 reads their files. */
function isOldConsumers(reader: Reader, { key, value }: Entry): boolean {
  const isOldWord = key === 'auto.offset.reset' && /^(?:smallest|largest)$/.test(value.text.trim());
  return isOldWord && reader.has('zookeeper.connect') && !reader.has('bootstrap.servers');
}

/** A worker starts whatever its connectors' clients get; it makes these clients with each task. */
function consequenceOf(reader: Reader): string {
  if (isInsideConnect(reader)) return "the connectors' tasks fail";
  return reader.scope.role === 'topic' ? 'Kafka rejects the topic with it' : 'the process stops at startup';
}
