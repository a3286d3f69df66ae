import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { isReplaced } from '../support/replaced';
import { contradictions } from './support/idempotence';
import { PRODUCER_ROLES } from './support/roles';

export const rule: ScopeRule = {
  id: 'producer/transactional-conflict',
  summary: 'Settings that Kafka rejects together with transactional.id',
  severity: 'error',
  roles: PRODUCER_ROLES,
  sources: ['ProducerConfig.postProcessAndValidateIdempotenceConfigs', 'KIP-939 (two-phase commit)'],
  *check(reader: Reader): Iterable<Report> {
    const id = reader.setString('transactional.id');
    // Streams drops the id together with what is said about idempotence.
    if (id && !isReplaced(reader, id.entry)) yield* withoutIdempotence(reader);
    yield* twoPhaseCommit(reader);
  },
};

function* withoutIdempotence(reader: Reader): Iterable<Report> {
  const idempotence = reader.setBoolean('enable.idempotence');
  // With idempotence written down, the contradictions are the findings of another rule.
  if (idempotence?.value) return;
  const end = 'the producer does not start';
  if (idempotence) {
    const message = `transactional.id needs idempotence, which enable.idempotence=false switches off: ${end}.`;
    const fixes = [removeEntry(idempotence.entry, 'transactions switch it on', { safe: true })];
    yield { span: idempotence.entry.span, message, fixes };
  }
  for (const { entry, needs, fix } of contradictions(reader)) {
    const written = `${entry.writtenKey}=${entry.value.text.trim()}`;
    const message = `${written} rules out idempotence (${needs}), which transactional.id needs: ${end}.`;
    yield { span: entry.span, message, fixes: [fix] };
  }
}

/** Kafka 4.1 brought the check together with the setting for which it is. */
function* twoPhaseCommit(reader: Reader): Iterable<Report> {
  const timeout = reader.entry('transaction.timeout.ms');
  if (!timeout || !reader.setBoolean('transaction.two.phase.commit.enable')?.value) return;
  const message =
    'transaction.timeout.ms is rejected with transaction.two.phase.commit.enable=true: its transactions do not ' +
    'expire: the producer throws a ConfigException and does not start.';
  yield { span: timeout.span, message, fixes: [removeEntry(timeout)] };
}
