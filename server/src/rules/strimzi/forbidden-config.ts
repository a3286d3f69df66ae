import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { ROLES } from '../../model/scope';
import { removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'strimzi/forbidden-config',
  summary: 'The operator leaves the setting out',
  severity: 'warning',
  roles: ROLES,
  sources: [
    'io.strimzi.api.kafka.model.kafka.KafkaClusterSpec (FORBIDDEN_PREFIXES)',
    'AbstractConfiguration.filterForbidden',
  ],
  *check(reader: Reader): Iterable<Report> {
    for (const entry of reader.scope.resource?.ignored ?? []) {
      const message = `Strimzi ignores ${entry.writtenKey} in config and only logs that: the operator sets it itself, from other fields of the resource.`;
      yield { span: entry.keySpan, message, fixes: [removeEntry(entry)] };
    }
  },
};
