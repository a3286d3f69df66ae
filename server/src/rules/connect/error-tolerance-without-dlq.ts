import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { addOrSet, removeEntry, setAll } from '../fixes';
import type { ScopeRule } from '../rule';

const DLQ = 'errors.deadletterqueue.topic.name';
const LOG = 'errors.log.enable';

export const rule: ScopeRule = {
  id: 'connect/error-tolerance-without-dlq',
  summary: 'Bad records are dropped without trace, or the topics of a sink contradict each other',
  severity: 'warning',
  roles: ['connector'],
  sources: ['SinkConnectorConfig.validate', 'ConnectorConfig.ERRORS_TOLERANCE_DOC', 'KIP-298'],
  *check(reader: Reader): Iterable<Report> {
    const dropped = droppedRecords(reader);
    if (dropped) yield dropped;
    const unread = queueOfSource(reader);
    if (unread) yield unread;
    yield* contradictingTopics(reader);
  },
};

function droppedRecords(reader: Reader): Report | undefined {
  const tolerance = reader.setString('errors.tolerance');
  if (tolerance?.value !== 'all') return undefined;
  const { span } = tolerance.entry;
  const isLogged = reader.setBoolean(LOG)?.value ?? reader.has(LOG);
  if (!isSink(reader)) {
    if (isLogged) return undefined;
    const message = `errors.tolerance=all drops records that cannot be converted, and without ${LOG}=true nobody learns of it.`;
    return { span, message, fixes: [addOrSet(reader, LOG, 'true', { safe: true })] };
  }
  if (isWritten(reader, DLQ)) return undefined;
  const end = isLogged ? 'the log tells of them, but they are gone' : 'nothing tells of them';
  const message = `errors.tolerance=all drops records that cannot be converted: without ${DLQ} ${end}.`;
  return { span, message, severity: isLogged ? 'information' : 'warning', fixes: [deadLetterQueue(reader)] };
}

function deadLetterQueue(reader: Reader) {
  const topic = `dlq-${reader.setString('name')?.value ?? 'connector'}`;
  return setAll(reader, `Send them to the topic ${topic}`, {
    [DLQ]: topic,
    'errors.deadletterqueue.context.headers.enable': 'true',
    [LOG]: 'true',
  });
}

/** A queue for what cannot be converted is a sink's; a source has no record of Kafka's to put there. */
function queueOfSource(reader: Reader): Report | undefined {
  const queue = reader.entry(DLQ);
  const isSource = /Source(?:Connector)?$/.test(className(reader)) || isDebezium(className(reader));
  if (!queue || !isSource || isSink(reader) || !isWritten(reader, DLQ)) return undefined;
  const message = `${DLQ} is for sinks: this source ignores it, and with errors.tolerance=all bad records are just skipped.`;
  const fixes = [removeEntry(queue, 'Connect ignores it')];
  return { span: queue.span, message, fixes };
}

const className = (reader: Reader): string => reader.setString('connector.class')?.value.trim() ?? '';

/** Its sources are called `…Connector`, and its sinks `…SinkConnector`. */
function isDebezium(name: string): boolean {
  return name.startsWith('io.debezium.connector.') && !name.endsWith('SinkConnector');
}

/** Only sinks read topics. */
function isSink(reader: Reader): boolean {
  const isNamed = /Sink(?:Connector)?$/.test(className(reader));
  return isNamed || isWritten(reader, 'topics') || isWritten(reader, 'topics.regex');
}

function isWritten(reader: Reader, key: string): boolean {
  const value = reader.entry(key)?.value;
  return value !== undefined && (value.kind === 'dynamic' || value.text.trim() !== '');
}

function* contradictingTopics(reader: Reader): Iterable<Report> {
  const regex = reader.entry('topics.regex');
  if (regex && isWritten(reader, 'topics') && isWritten(reader, 'topics.regex')) {
    const message = 'topics and topics.regex are both set, and exclude each other: Connect refuses the connector.';
    const topics = reader.entry('topics');
    const fixes = [regex, ...(topics ? [topics] : [])].map((entry) => removeEntry(entry));
    yield { span: regex.span, message, severity: 'error', fixes };
  }
  const queue = reader.setString(DLQ);
  if (!queue || queue.value === '' || !reader.list('topics')?.includes(queue.value)) return;
  const message = `${queue.value} is one of the topics that the connector reads: Connect refuses it as a dead letter queue.`;
  yield { span: queue.entry.span, message, severity: 'error' };
}
