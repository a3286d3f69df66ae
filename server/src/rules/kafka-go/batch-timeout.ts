import type { Reader } from '../../catalogue/reader';
import type { Call } from '../../model/call';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { addOrSet } from '../fixes';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'kafka-go/batch-timeout',
  summary: 'A write of one message waits out the batch timeout',
  severity: 'warning',
  roles: ['producer'],
  clients: ['kafka-go'],
  sources: [
    'kafka-go 0.4.51 writer.go (a batch is written when BatchSize messages or BatchBytes are there, or after BatchTimeout; 1 s by default)',
  ],
  *check(reader: Reader): Iterable<Report> {
    const { scope } = reader;
    const timeout = reader.number('linger.ms');
    if (timeout === undefined || timeout < LONG || isOtherwiseSettled(scope)) return;
    const call =
      scope.calls.find((one) => isSingle(one) && one.repetition !== 'start-up') ?? scope.calls.find(isInLoop);
    if (!call) return;
    const name = reader.entry('linger.ms') ? 'BatchTimeout' : 'BatchTimeout, by default';
    const message = `WriteMessages with one message waits up to ${seconds(timeout)} (${name}), unless others fill the batch.`;
    const fixes = [addOrSet(reader, 'linger.ms', '10')];
    yield { span: call.methodSpan, message, fixes };
  },
};

const LONG = 200;

function isSingle({ method, messages }: Call): boolean {
  return method === 'WriteMessages' && messages?.count === 'one';
}

function isInLoop(call: Call): boolean {
  return isSingle(call) && call.loop !== undefined && !call.loop.paced;
}

/** Nobody waits for an asynchronous writer, and a batch of one message is full at once. */
function isOtherwiseSettled({ entries }: Scope): boolean {
  return entries.some(
    ({ writtenKey, value }) =>
      (writtenKey === 'Async' && value.text !== 'false') ||
      (writtenKey === 'BatchSize' && (value.kind !== 'literal' || value.text === '1')),
  );
}

function seconds(milliseconds: number): string {
  return milliseconds === 1000 ? '1 second' : `${milliseconds / 1000} seconds`;
}
