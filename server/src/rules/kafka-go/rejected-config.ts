import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import type { ScopeRule } from '../rule';
import { shownSetting } from '../support/naming';

export const rule: ScopeRule = {
  id: 'kafka-go/rejected-config',
  summary: 'NewReader or NewWriter panics, or ignores an option',
  severity: 'error',
  roles: ['producer', 'consumer'],
  clients: ['kafka-go'],
  sources: ['kafka-go 0.4.51 reader.go, writer.go (Validate)', 'kafka-go 0.4.51 reader.go (StartOffset is for groups)'],
  *check({ scope }: Reader): Iterable<Report> {
    const { creation } = scope;
    if (creation?.method === 'NewReader') yield* ofReader(scope);
    if (creation?.method !== 'NewWriter' || scope.completeness === 'fragment' || find(scope, 'Brokers')) return;
    yield { span: creation.methodSpan, message: 'NewWriter panics: Brokers is empty.' };
  },
};

function* ofReader(scope: Scope): Iterable<Report> {
  const isWhole = scope.completeness === 'complete';
  const [group, topic, topics] = [find(scope, 'GroupID'), find(scope, 'Topic'), find(scope, 'GroupTopics')];
  const [partition, start] = [find(scope, 'Partition'), find(scope, 'StartOffset')];
  const span = scope.creation?.methodSpan ?? scope.span;
  if (isWhole && !find(scope, 'Brokers')) yield { span, message: 'NewReader panics: Brokers is empty.' };
  if (isWhole && !topic && !(group && topics)) yield { span, message: 'NewReader panics: Topic is empty.' };
  if (group && partition && isNumber(partition) && number(partition) !== 0) {
    yield {
      span: partition.span,
      message: `NewReader panics: ${shownSetting(partition)} and GroupID exclude each other.`,
    };
  }
  const [least, most] = [find(scope, 'MinBytes'), find(scope, 'MaxBytes')];
  const limit = most ? number(most) : isWhole ? DEFAULT_MOST : Number.NaN;
  // Without a limit of its own the check comes before the default.
  if (least && number(least) > limit) {
    yield { span: least.span, message: `NewReader panics: MinBytes (${number(least)}) exceeds MaxBytes (${limit}).` };
  }
  if (isWhole && !group && start) {
    const message = 'StartOffset has no effect without GroupID: the reader begins at the first offset. Call SetOffset.';
    yield { span: start.span, message, severity: 'warning' };
  }
}

const DEFAULT_MOST = 0;

function find({ entries }: Scope, name: string): Entry | undefined {
  return entries.find(({ writtenKey, overriddenBy }) => writtenKey === name && !overriddenBy);
}

function isNumber({ value }: Entry): boolean {
  return value.kind === 'literal' && !value.fallback && /^-?\d+$/.test(value.text);
}

/** NaN, which compares with nothing, for what is not known. */
function number(entry: Entry): number {
  return isNumber(entry) ? Number(entry.value.text) : Number.NaN;
}
