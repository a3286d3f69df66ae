import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'compose/partial-configuration',
  summary: 'One variable makes the image drop its built-in configuration',
  severity: 'error',
  roles: SERVER_ROLES,
  sources: ['kafka.docker.KafkaDockerWrapper (prepareServerConfigs)'],
  *check(reader: Reader): Iterable<Report> {
    const { container, completeness } = reader.scope;
    if (container?.image?.name !== 'apache/kafka' || completeness !== 'complete') return;
    const [first] = reader.scope.entries;
    if (!first) return;
    if (reader.has('process.roles') || reader.has('zookeeper.connect')) return;
    const message = `${first.writtenKey} makes apache/kafka drop its built-in configuration: process.roles and the rest are missing, and it does not start.`;
    yield { span: first.keySpan, message };
  },
};
