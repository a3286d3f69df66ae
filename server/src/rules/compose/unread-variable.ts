import { settingAt } from '../../catalogue/catalogue';
import type { Reader } from '../../catalogue/reader';
import type { Container, Variable } from '../../model/container';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import { SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'compose/unread-variable',
  summary: 'The image makes no setting of the variable',
  severity: 'warning',
  roles: SERVER_ROLES,
  sources: ['bitnami/kafka libkafka.sh (KAFKA_CFG_)', 'wurstmeister/kafka create-topics.sh (KAFKA_CREATE_TOPICS)'],
  *check(reader: Reader): Iterable<Report> {
    const { container } = reader.scope;
    const image = container?.image?.name;
    if (!container || !image) return;
    for (const variable of container.variables) {
      const report =
        image === 'bitnami/kafka' ? withoutPrefix(reader, container, variable) : foreign(reader, container, variable);
      if (report) yield report;
    }
  },
};

/** Confluent's and Apache's images know `KAFKA_LOG_DIRS`; bitnami's wants `KAFKA_CFG_LOG_DIRS`. */
function withoutPrefix(reader: Reader, { variables }: Container, { name, key, entry }: Variable): Report | undefined {
  if (key !== undefined || !name.startsWith('KAFKA_') || name.startsWith('KAFKA_CFG_')) return undefined;
  const meant = keyOf(name);
  const wanted = reader.scope.written(meant);
  if (!settingAt('broker', meant, reader.version) || wanted === '' || variables.some((other) => other.name === wanted))
    return undefined;
  return {
    span: entry.keySpan,
    message: `bitnami/kafka ignores ${name}: only variables that begin with KAFKA_CFG_ become settings.`,
    fixes: [renamed(reader, entry, meant)],
  };
}

function foreign(reader: Reader, { image, variables }: Container, { name, entry }: Variable): Report | undefined {
  if (name.startsWith('KAFKA_CFG_')) {
    const plain = name.replace('KAFKA_CFG_', 'KAFKA_');
    const message = `${image?.name} makes an unknown setting of ${name}: KAFKA_CFG_ is bitnami's prefix, here it is ${plain}.`;
    const isThere = variables.some((other) => other.name === plain);
    return { span: entry.keySpan, message, fixes: isThere ? [] : [renamed(reader, entry, keyOf(plain))] };
  }
  if (name !== 'KAFKA_CREATE_TOPICS' || CREATORS.includes(image?.name ?? '')) return undefined;
  const message = `${image?.name} creates no topics from ${name}, which only wurstmeister/kafka reads: use kafka-topics.sh.`;
  const remove = { title: `Remove ${name}`, safe: false, edits: [{ kind: 'remove', entry } as const] };
  return { span: entry.keySpan, message, fixes: [remove] };
}

/** Images whose scripts create topics. */
const CREATORS = ['wurstmeister/kafka', 'debezium/kafka'];

function renamed({ scope }: Reader, entry: Entry, key: string): Fix {
  const title = `Rename ${entry.writtenKey} to ${scope.written(key)}`;
  return { title, safe: false, edits: [{ kind: 'rename', entry, scope, key }] };
}

/** Confluent's and Apache's images agree with each other on names of one underscore. */
function keyOf(variable: string): string {
  return variable.slice('KAFKA_'.length).toLowerCase().replaceAll('_', '.');
}
