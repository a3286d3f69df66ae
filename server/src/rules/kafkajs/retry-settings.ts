import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { setOption } from './support/fixes';
import { numberIn, optionIn } from './support/options';

export const rule: ScopeRule = {
  id: 'kafkajs/retry-settings',
  summary: 'Retries do not wait as long as they are meant to',
  severity: 'warning',
  roles: ['client', 'producer', 'consumer', 'admin'],
  clients: ['kafkajs'],
  sources: ['kafkajs 2.2.4 src/retry/index.js (factor is the part of the time that is random, multiplier its growth)'],
  *check({ scope }: Reader): Iterable<Report> {
    const factor = optionIn(scope, 'retry.factor');
    const share = numberIn(scope, 'retry.factor');
    if (factor && share !== undefined && share > 1) {
      const message = `retry.factor: ${share} makes waits random between 0 and ${1 + share} times their length: it is the randomization (0.2 by default). The growth is \`multiplier\`.`;
      yield { span: factor.span, message, fixes: [removeEntry(factor, 'the default is 0.2')] };
    }
    const most = optionIn(scope, 'retry.maxRetryTime');
    const [first, last] = [numberIn(scope, 'retry.initialRetryTime'), numberIn(scope, 'retry.maxRetryTime')];
    if (!most || first === undefined || last === undefined || last > first) return;
    const message = `retry.maxRetryTime (${last}) is not above initialRetryTime (${first}): waits never grow, and the retries are spent within seconds of an outage.`;
    const fixes = [setOption(scope, most, '30000')];
    yield { span: most.span, message, severity: 'information', fixes };
  },
};
