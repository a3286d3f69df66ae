import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import type { RuleContext, ScopeRule } from '../rule';
import { loadsOthers } from './support/codecs';

export const rule: ScopeRule = {
  id: 'kafkajs/consumer-lifecycle',
  summary: 'A consumer is never disconnected, or stops without anyone being told',
  severity: 'hint',
  roles: ['consumer'],
  clients: ['kafkajs'],
  sources: [
    'kafkajs 2.2.4 src/consumer/index.js (onCrash: errors that are not retriable stop the consumer)',
    'kafkajs 2.2.4 src/consumer/index.js (disconnect() leaves the group)',
  ],
  *check({ scope }: Reader, { document }: RuleContext): Iterable<Report> {
    const run = scope.calls.find(({ method }) => method === 'run');
    // Another file may look after the consumer where it is handed on.
    if (!run || !scope.creation || loadsOthers(document) || isHandedOn(document.text)) return;
    if (scope.environment === 'development') return;
    if (!/\bCRASH\b|\brestartOnFailure\b/.test(document.text)) yield { span: run.methodSpan, message: CRASH };
    if (!isLeft(scope)) yield { span: run.methodSpan, message: LEAVE };
  },
};

const CRASH =
  'A TypeError, RangeError, ReferenceError or SyntaxError in the handler stops this consumer for good while the process lives on. Listen to consumer.events.CRASH and end the process when `restart` is false.';
const LEAVE =
  'Nothing disconnects this consumer: when its process is ended, the group waits for sessionTimeout before others take its partitions over. Call consumer.disconnect() on SIGTERM and SIGINT.';

function isLeft({ calls }: Scope): boolean {
  return calls.some(({ method }) => method === 'disconnect' || method === 'stop');
}

function isHandedOn(text: string): boolean {
  return /^[ \t]*export\b|\bmodule\.exports\b|\bexports\.\w+\s*=/m.test(text);
}
