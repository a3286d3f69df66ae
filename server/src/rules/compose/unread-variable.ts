import { settingAt } from '../../catalogue/catalogue';
import type { Reader } from '../../catalogue/reader';
import type { Container, Variable } from '../../model/container';
import type { Report } from '../../model/finding';
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
      const report = image === 'bitnami/kafka' ? withoutPrefix(reader, container, variable) : foreign(image, variable);
      if (report) yield report;
    }
  },
};

/** Confluent's and Apache's images know `KAFKA_LOG_DIRS`; bitnami's wants `KAFKA_CFG_LOG_DIRS`. */
function withoutPrefix(reader: Reader, { variables }: Container, { name, key, entry }: Variable): Report | undefined {
  if (key !== undefined || !name.startsWith('KAFKA_') || name.startsWith('KAFKA_CFG_')) return undefined;
  const meant = name.slice('KAFKA_'.length).toLowerCase().replaceAll('_', '.');
  const wanted = reader.scope.written(meant);
  if (!settingAt('broker', meant, reader.version) || wanted === '' || variables.some((other) => other.name === wanted))
    return undefined;
  return {
    span: entry.keySpan,
    message: `bitnami/kafka ignores ${name}: only variables that begin with KAFKA_CFG_ become settings.`,
    fixes: [
      {
        title: `Rename ${name} to ${wanted}`,
        safe: false,
        edits: [{ kind: 'rename', entry, scope: reader.scope, key: meant }],
      },
    ],
  };
}

function foreign(image: string, { name, entry }: Variable): Report | undefined {
  if (name.startsWith('KAFKA_CFG_')) {
    const plain = name.replace('KAFKA_CFG_', 'KAFKA_');
    const message = `${image} makes an unknown setting of ${name}: KAFKA_CFG_ is bitnami's prefix, here it is ${plain}.`;
    return { span: entry.keySpan, message };
  }
  if (name !== 'KAFKA_CREATE_TOPICS' || image === 'wurstmeister/kafka' || image === 'debezium/kafka') return undefined;
  const message = `${image} creates no topics from ${name}, which only wurstmeister/kafka reads: create them with kafka-topics.sh.`;
  return {
    span: entry.keySpan,
    message,
    fixes: [{ title: `Remove ${name}`, safe: false, edits: [{ kind: 'remove', entry }] }],
  };
}
