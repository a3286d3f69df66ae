import { methodsOf } from '../../catalogue/clients';
import type { Reader } from '../../catalogue/reader';
import type { Call } from '../../model/call';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import type { RuleContext, ScopeRule } from '../rule';
import { optionIn } from './support/options';

export const rule: ScopeRule = {
  id: 'kafkajs/monitoring-api',
  summary: 'Code asks KafkaJS for measurements that it does not give',
  severity: 'error',
  roles: ['client', 'producer', 'consumer', 'admin'],
  clients: ['kafkajs'],
  sources: [
    'kafkajs 2.2.4 src/producer/index.js, src/consumer/index.js, src/admin/index.js (the methods that there are)',
    'kafkajs 2.2.4 src/admin/index.js (fetchOffsets returns topics with their partitions)',
  ],
  *check({ scope }: Reader, { document: { text } }: RuleContext): Iterable<Report> {
    const object = scope.role === 'client' ? 'kafka' : scope.role;
    // A transaction counts as its producer, with methods of its own.
    const others = object === 'producer' ? methodsOf('kafkajs', 'transaction') : [];
    const methods = new Set([...methodsOf('kafkajs', object), ...others]);
    for (const call of scope.calls) {
      if (!methods.has(call.method) && isSure(scope, call)) {
        yield { span: call.methodSpan, message: missing(object, call.method) };
      }
      yield* misread(call);
      yield* uncommitted(call, text);
    }
  },
};

/** What is only known by its name may be an object of the project's own, or of another library, with methods of its own. */
function isSure({ creation, package: from }: Scope, { method }: Call): boolean {
  return (creation !== undefined && from !== undefined) || method === 'metrics';
}

function missing(object: string, method: string): string {
  const start = `KafkaJS's ${object} has no ${method}(): the call throws a TypeError.`;
  if (method !== 'metrics') return start;
  return `${start} Listen to its events, such as REQUEST, REQUEST_QUEUE_SIZE or END_BATCH_PROCESS (with offsetLag).`;
}

/** What a group's offsets do not have, so that arithmetic with it gives NaN. */
const ABSENT: ReadonlySet<string> = new Set(['high', 'low', 'lag', 'logEndOffset', 'highWatermark']);

function* misread({ method, reads }: Call): Iterable<Report> {
  if (method !== 'fetchOffsets') return;
  for (const { name, span } of reads) {
    if (!ABSENT.has(name)) continue;
    const message = `\`${name}\` is undefined in fetchOffsets(): a lag computed from it is NaN. The log end is \`high\` of fetchTopicOffsets(topic); offset -1 means no commit.`;
    yield { span, message, severity: 'warning' };
  }
}

/** A number is made of the offset. */
const AS_NUMBER = /\b(?:Number|parseInt|parseFloat|BigInt)\(\s*[\w$.?![\]]{0,80}$/;
/** What a look at offsets below zero is written with. */
const LOOKS_BELOW_ZERO = /-1\b|[<>]=?\s*-?0\b|\bMath\.max\b/;

/** A group that has not committed in a partition has -1 there, which is no place to count from. */
function* uncommitted({ method, reads, options, enclosing }: Call, text: string): Iterable<Report> {
  if (method !== 'fetchOffsets' || optionIn(options, 'resolveOffsets')) return;
  if (LOOKS_BELOW_ZERO.test(enclosing ? text.slice(enclosing.span.start, enclosing.span.end) : text)) return;
  const read = reads.find(
    ({ name, span }) => name === 'offset' && AS_NUMBER.test(text.slice(0, span.start).slice(-120)),
  );
  if (!read) return;
  const message =
    'offset is "-1" where the group has not committed, which makes a lag of the log end and one, whatever there is to read. Look for -1 first.';
  yield { span: read.span, message, severity: 'information' };
}
