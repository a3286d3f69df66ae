import type { Reader } from '../../catalogue/reader';
import type { Call } from '../../model/call';
import type { Report } from '../../model/finding';
import type { RuleContext, ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'sarama/mark-before-work',
  summary: 'A record is marked as done before it is handled',
  severity: 'warning',
  roles: ['consumer'],
  clients: ['sarama'],
  sources: ['sarama 1.61.1 consumer_group.go (MarkMessage: the offset is committed in the background)'],
  *check({ scope }: Reader, { document: { text } }: RuleContext): Iterable<Report> {
    for (const call of scope.calls) {
      if (call.method !== 'MarkMessage' || !call.loop || !call.argument || !call.unconditional) continue;
      if (!isHandledLater(call, text)) continue;
      const message =
        'MarkMessage comes before the work: when the program stops in between, the record counts as done and is lost.';
      yield { span: call.methodSpan, message };
    }
  },
};

/** Lines that only tell of a record. */
const TELLS = /\b(?:log\w*|fmt|slog|zap|span|metrics?|\w*[lL]ogger)\s*\.|\b(?:Observe|Inc|Add)\(|^\s*\/\//;

/** What follows in the same round of the loop hands the record, or its value, to a function. */
function isHandledLater({ statement, loop, argument = '' }: Call, text: string): boolean {
  const rest = text.slice(statement.end, loop?.body.end);
  const name = argument.replace(/[^\w.]/g, '');
  if (!/^\w+$/.test(name)) return false;
  const use = new RegExp(`\\w\\([^()\\n]{0,120}\\b${name}\\b`);
  return rest.split('\n').some((line) => !TELLS.test(line) && use.test(line));
}
