import type { Reader } from '../../catalogue/reader';
import type { Call } from '../../model/call';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import type { ScopeRule } from '../rule';
import { isInSameLoop } from '../support/calls';

export const rule: ScopeRule = {
  id: 'consumer/commit-per-record',
  summary: 'The consumer waits for a commit after each record',
  severity: 'information',
  roles: ['consumer'],
  clients: ['java', 'rdkafka', 'kafka-python', 'aiokafka', 'kafka-go', 'franz-go'],
  sources: [
    'org.apache.kafka.clients.consumer.KafkaConsumer.commitSync (a synchronous commit, which blocks until the broker answers; without arguments it commits what poll() returned)',
    'confluent-kafka 2.16.1 Consumer.commit (asynchronous=False waits for the answer)',
    'kafka-python 3.0.12 kafka/consumer/group.py (commit blocks)',
    'kafka-go 0.4.51 reader.go (CommitInterval 0 commits synchronously)',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    for (const call of scope.calls) {
      if (!call.loop || call.loop.paced || !call.unconditional) continue;
      const java = scope.client === 'java' ? ofPoll(call) : undefined;
      if (java) yield { span: call.methodSpan, message: java, severity: 'warning' };
      const found = commits(call, scope) ?? implied(call, scope);
      if (found) yield { span: call.methodSpan, message: found };
    }
  },
};

/** Java's clients read many records in a poll, and commit all of them where nothing else is said. */
function ofPoll({ method, loop, argument }: Call): string | undefined {
  if (method !== 'commitSync' || (loop?.kind !== 'for-of' && loop?.kind !== 'for-each')) return undefined;
  return argument === undefined
    ? 'commitSync() for each record commits all records of the poll, also those not processed yet, and waits for the broker. Commit behind the loop.'
    : 'commitSync() for each record waits for a round trip to the broker each time. Commit once per poll, behind the loop.';
}

const COST = 'a round trip to the coordinator for each record. Commit after a number of them, or after some time';

function commits(call: Call, scope: Scope): string | undefined {
  if (!WAITS[scope.client]?.(call, scope) || !readsSingly(call, scope)) return undefined;
  return `${call.method}() waits for the commit of one record, ${COST}.`;
}

type Test = (call: Call, scope: Scope) => boolean;

const WAITS: Readonly<Partial<Record<Scope['client'], Test>>> = {
  rdkafka: (call) => /^Commit(?:Message)?$/.test(call.method) || isSynchronous(call),
  'kafka-python': ({ method }) => method === 'commit',
  aiokafka: ({ method, outcome }) => method === 'commit' && outcome === 'awaited',
  'kafka-go': ({ method }, scope) => method === 'CommitMessages' && commitsAtOnce(scope),
  'franz-go': ({ method }) => method === 'CommitRecords',
};

/** Python's client commits in the background unless it is told otherwise. */
function isSynchronous({ method, options }: Call): boolean {
  const option = options.entries.find(({ writtenKey }) => writtenKey === 'asynchronous');
  return method === 'commit' && option?.value.kind === 'literal' && option.value.text === 'false';
}

function commitsAtOnce({ completeness, entries, creation }: Scope): boolean {
  return (
    creation !== undefined &&
    completeness === 'complete' &&
    !entries.some(({ writtenKey }) => writtenKey === 'CommitInterval')
  );
}

/** Each round of the loop is about one record: it polls one, or goes through what was read. */
function readsSingly(call: Call, { calls, client }: Scope): boolean {
  if (call.loop?.kind === 'for-of' || call.loop?.kind === 'for-await') return true;
  const reads = calls.filter((one) => isInSameLoop(one, call)).map(({ method }) => method);
  if (client === 'kafka-python') return false;
  return reads.some((method) => /^(?:poll|Poll|ReadMessage|FetchMessage|getone)$/.test(method));
}

/** ReadMessage of a group commits by itself. */
function implied(call: Call, scope: Scope): string | undefined {
  const isRead = scope.client === 'kafka-go' && call.method === 'ReadMessage';
  if (!isRead || !scope.entries.some(({ key }) => key === 'group.id') || !commitsAtOnce(scope)) return undefined;
  return `ReadMessage commits each record and waits for it, ${COST}: set CommitInterval.`;
}
