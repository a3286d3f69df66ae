import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { ScopeRule } from '../rule';
import { optionIn } from './support/options';

export const rule: ScopeRule = {
  id: 'kafkajs/group-id-volatile',
  summary: 'The group id is another one at each start',
  severity: 'warning',
  roles: ['consumer'],
  clients: ['kafkajs', 'confluent'],
  sources: [
    'Kafka: offsets are kept by group id (__consumer_offsets)',
    'offsets.retention.minutes is 10080 by default',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    const entry = optionIn(scope, 'groupId');
    const source = entry?.value.kind === 'dynamic' ? VOLATILE.exec(entry.value.text)?.[0] : undefined;
    // Tests want a group of their own each time.
    if (!entry || !source || scope.environment === 'development') return;
    const isBroadcast = !scope.calls.some(({ method, options }) => {
      const from = method === 'subscribe' ? optionIn(options, 'fromBeginning') : undefined;
      return from !== undefined && !(from.value.kind === 'literal' && from.value.text === 'false');
    });
    const message = `\`${source}\` makes a new group at each start, without committed offsets: records are read again or missed.`;
    const severity = isBroadcast ? 'hint' : 'warning';
    const use = isBroadcast ? ' That is right if each instance has to see every new record.' : '';
    yield { span: entry.span, message: message + use, severity };
  },
};

/** What differs from start to start. A host's name may be stable, as in a StatefulSet. */
const VOLATILE =
  /\bDate\.now\(\)|\bnew Date\(\)|\bMath\.random\(\)|\b(?:randomUUID|uuid(?:v[147])?|v4|nanoid)\(\)|\bprocess\.pid\b/;
