import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { isReplaced } from '../support/replaced';
import { contradictions } from './support/idempotence';
import { PRODUCER_ROLES } from './support/roles';

export const rule: ScopeRule = {
  id: 'producer/idempotence-conflict',
  summary: 'Settings that Kafka refuses together with enable.idempotence=true',
  severity: 'error',
  roles: PRODUCER_ROLES,
  sources: ['ProducerConfig.postProcessAndValidateIdempotenceConfigs'],
  *check(reader: Reader): Iterable<Report> {
    const idempotence = reader.setBoolean('enable.idempotence');
    if (!idempotence?.value || isReplaced(reader, idempotence.entry)) return;
    const related = [{ span: idempotence.entry.span, message: 'Idempotence is switched on here.' }];
    for (const { entry, key, needs, fix } of contradictions(reader)) {
      const written = `${entry.writtenKey}=${entry.value.text.trim()}`;
      const message = `${written} is refused with enable.idempotence=true, which needs ${needs}: the producer throws a ConfigException and does not start.`;
      const dropping = key === 'max.in.flight.requests.per.connection' ? [] : [removeEntry(idempotence.entry)];
      yield { span: entry.span, message, fixes: [fix, ...dropping], related };
    }
  },
};
