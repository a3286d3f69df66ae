import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import type { ScopeRule } from '../rule';
import { addOption, setOption } from './support/fixes';
import { isTrue, numberIn, optionIn } from './support/options';

const FOREVER = 'Number.MAX_SAFE_INTEGER';

export const rule: ScopeRule = {
  id: 'kafkajs/idempotent-settings',
  summary: 'An idempotent producer has settings that work against it',
  severity: 'warning',
  roles: ['producer'],
  clients: ['kafkajs'],
  sources: [
    'kafkajs 2.2.4 src/producer/index.js (retries of an idempotent producer)',
    'kafkajs 2.2.4 src/index.js (producer() always hands a retry object over, so that retries default to 5)',
    'kafkajs 2.2.4 src/producer/eosManager/index.js (one produce request a broker at a time)',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    if (!isTrue(scope, 'idempotent')) return;
    yield* retries(scope);
    yield* inFlight(scope);
  },
};

function* retries(scope: Scope): Iterable<Report> {
  const own = optionIn(scope, 'retry.retries');
  const idempotent = optionIn(scope, 'idempotent');
  if (own) {
    const count = numberIn(scope, 'retry.retries');
    const fixes = [setOption(scope, own, FOREVER, { safe: true })];
    if (count !== undefined && count < 1) {
      const message = 'KafkaJS throws "Idempotent producer must allow retries to protect against transient errors".';
      yield { span: own.span, message, severity: 'error', fixes };
    } else if (count !== undefined && count < Number.MAX_SAFE_INTEGER) {
      const message = `After ${count} retries KafkaJS gives the batch up, and a batch that is sent again by your code is no longer recognised as the same: it warns that this "may invalidate EoS guarantees".`;
      yield { span: own.span, message, fixes };
    }
    return;
  }
  // Retries may come from the client's options, or from a part of the object that is not seen.
  const client = scope.parent;
  const isHidden = scope.completeness === 'fragment' || !client || client.completeness === 'fragment';
  if (!idempotent || isHidden || optionIn(client, 'retry.retries') || optionIn(scope, 'retry')) return;
  const message =
    'This idempotent producer gives up after 5 retries: the endless retries that the documentation names are not effective in KafkaJS 2.2.4 unless they are written.';
  const fixes = [addOption(scope, scope, 'retry.retries', FOREVER, { safe: true })];
  yield { span: idempotent.span, message, severity: 'information', fixes };
}

function* inFlight(scope: Scope): Iterable<Report> {
  const entry = optionIn(scope, 'maxInFlightRequests');
  const count = numberIn(scope, 'maxInFlightRequests');
  // With a transactional id, 1 is what the documentation asks for, which is a finding of another rule.
  if (!entry || count === undefined || count <= 1 || optionIn(scope, 'transactionalId')) return;
  const message = `maxInFlightRequests: ${count} does not make this producer faster: an idempotent producer of KafkaJS has one produce request under way to each broker, and without the option there is no limit for the others.`;
  yield { span: entry.span, message, severity: 'hint', fixes: [setOption(scope, entry, '1')] };
}
