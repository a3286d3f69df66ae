import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { addOrSet, removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'franz-go/rejected-options',
  summary: 'franz-go rejects options together, and makes no client',
  severity: 'error',
  roles: ['producer', 'consumer', 'client'],
  clients: ['franz-go'],
  sources: ['franz-go 1.22.3 pkg/kgo/config.go (validate)'],
  *check(reader: Reader): Iterable<Report> {
    const { scope } = reader;
    const isWhole = scope.completeness === 'complete';
    if (scope.role === 'producer') yield* idempotence(reader, isWhole);
    if (scope.role === 'consumer') yield* groups(scope, isWhole);
  },
};

function* idempotence(reader: Reader, isWhole: boolean): Iterable<Report> {
  const { scope } = reader;
  const off = find(scope, 'DisableIdempotentWrite');
  const id = find(scope, 'TransactionalID');
  if (off && id) {
    const message = 'NewClient fails: DisableIdempotentWrite and TransactionalID exclude each other.';
    yield { span: off.span, message, fixes: [removeEntry(off)] };
  }
  const acks = find(scope, 'RequiredAcks');
  if (off || !isWhole || acks?.value.kind !== 'literal' || acks.value.fallback || acks.value.text === 'all') return;
  const message = 'NewClient fails: "idempotency requires acks=all", and idempotent writes are on by default.';
  yield { span: acks.span, message, fixes: [addOrSet(reader, 'acks', 'all')] };
}

const COMMITS = ['DisableAutoCommit', 'GreedyAutoCommit', 'AutoCommitMarks', 'AutoCommitCallback'];

function* groups(scope: Scope, isWhole: boolean): Iterable<Report> {
  const used = COMMITS.flatMap((name) => find(scope, name) ?? []);
  const group = find(scope, 'ConsumerGroup') ?? find(scope, 'ShareGroup');
  const [first, second] = used.filter(({ writtenKey }) => writtenKey !== 'AutoCommitCallback');
  if (first && second) {
    yield {
      span: second.span,
      message: `NewClient fails: ${first.writtenKey} and ${second.writtenKey} exclude each other.`,
    };
  } else if (isWhole && !group && used[0]) {
    yield { span: used[0].span, message: `NewClient fails: ${used[0].writtenKey} needs ConsumerGroup.` };
  }
  const partitions = find(scope, 'ConsumePartitions');
  if (group && partitions) {
    yield {
      span: partitions.span,
      message: `NewClient fails: ConsumePartitions and ${group.writtenKey} exclude each other.`,
    };
  }
}

function find({ entries }: Scope, name: string): Entry | undefined {
  return entries.find(({ writtenKey, overriddenBy }) => writtenKey === name && !overriddenBy);
}
