import type { Reader } from '../../catalogue/reader';
import type { Call } from '../../model/call';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import type { ScopeRule } from '../rule';
import { optionIn } from './support/options';
import { isFilledIn } from './support/standIns';

export const rule: ScopeRule = {
  id: 'kafkajs/topic-name',
  summary: 'A topic has a name that brokers reject',
  severity: 'error',
  roles: ['producer', 'consumer', 'admin'],
  clients: ['kafkajs'],
  sources: ['org.apache.kafka.common.internals.Topic (LEGAL_CHARS, MAX_NAME_LENGTH 249)'],
  *check({ scope }: Reader): Iterable<Report> {
    for (const entry of scope.calls.flatMap(topicsIn)) {
      const { value } = entry;
      if (value.kind !== 'literal' || (value.form !== 'string' && value.form !== 'list')) continue;
      const name = (value.form === 'list' ? value.text.split(',') : [value.text]).find(isRejected);
      if (name === undefined) continue;
      const message = `Brokers reject the topic name '${name}': a name has letters, digits, '.', '_' and '-' only, at most 249 of them.`;
      yield { span: entry.span, message };
    }
  },
};

const TAKING: ReadonlySet<string> = new Set(['send', 'subscribe']);

function topicsIn({ method, options, topics = [] }: Call): readonly Entry[] {
  const created = topics.flatMap((one) => optionIn(one, 'topic') ?? []);
  if (!TAKING.has(method)) return created;
  return [optionIn(options, 'topic'), optionIn(options, 'topics')].filter((entry) => entry !== undefined);
}

function isRejected(name: string): boolean {
  if (name === '' || isFilledIn(name) || /^<|your/i.test(name)) return false;
  return name === '.' || name === '..' || name.length > 249 || !/^[\w.-]+$/.test(name);
}
