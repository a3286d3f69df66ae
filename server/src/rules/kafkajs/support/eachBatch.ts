import type { Call, Handler } from '../../../model/call';
import type { Fix } from '../../../model/finding';
import { type Span, sliceSpan } from '../../../model/span';
import { indentationAt } from './source';

/** How many records are handled at a time. */
const AT_ONCE = 100;

/**
 * Turns an `eachMessage` handler into an `eachBatch` handler that handles many records at once, so that records of one
 * partition may overtake each other. Undefined for a handler that is not written out in the call, or that leaves early.
 */
export function eachBatchFix(text: string, { options }: Call, { parameter, body, span }: Handler): Fix | undefined {
  const entry = options.entries.find(({ writtenKey }) => writtenKey === 'eachMessage');
  if (!entry || !parameter || span.start < entry.span.start || span.end > entry.span.end) return undefined;
  const pattern = sliceSpan(text, parameter);
  const source = sliceSpan(text, body);
  const names = partsOf(pattern);
  if (!names || !source.startsWith('{') || /\breturn\b|\bpause\b/.test(source)) return undefined;
  const edit: Span = entry.span;
  const newText = rewritten(text, edit, source.slice(1, -1), names);
  return {
    title: `Rewrite as eachBatch, ${AT_ONCE} records at a time (their order is lost)`,
    safe: false,
    edits: [{ kind: 'text', span: edit, newText }],
  };
}

const KNOWN: ReadonlySet<string> = new Set(['topic', 'partition', 'message', 'heartbeat']);

/** The parts of the payload that are taken, undefined when they get other names. */
function partsOf(pattern: string): readonly string[] | undefined {
  if (!/^\{[\w\s,]*\}$/.test(pattern)) return undefined;
  const names = pattern.match(/\w+/g) ?? [];
  return names.every((name) => KNOWN.has(name)) ? names : undefined;
}

function rewritten(text: string, { start }: Span, body: string, names: readonly string[]): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const outer = indentationAt(text, start);
  const unit = outer.includes('\t') || /^\t/m.test(text) ? '\t' : '  ';
  const line = (depth: number, code: string): string => `${outer}${unit.repeat(depth)}${code}`;
  const place = names.filter((name) => name === 'topic' || name === 'partition');
  const inner = body.includes('\n')
    ? body
        .replace(/^[ \t]*\r?\n/, '')
        .trimEnd()
        .split(/\r?\n/)
        .map((one) => (one.trim() === '' ? '' : unit.repeat(3) + one))
    : [line(4, body.trim())];
  return [
    'eachBatchAutoResolve: false,',
    line(0, 'eachBatch: async ({ batch, resolveOffset, heartbeat, isRunning, isStale }) => {'),
    ...(place.length > 0 ? [line(1, `const { ${place.join(', ')} } = batch;`)] : []),
    line(1, `for (let start = 0; start < batch.messages.length; start += ${AT_ONCE}) {`),
    line(2, 'if (!isRunning() || isStale()) break;'),
    line(2, `const chunk = batch.messages.slice(start, start + ${AT_ONCE});`),
    line(2, 'await Promise.all('),
    line(3, 'chunk.map(async (message) => {'),
    ...inner,
    line(3, '}),'),
    line(2, ');'),
    line(2, 'for (const message of chunk) resolveOffset(message.offset);'),
    line(2, 'await heartbeat();'),
    line(1, '}'),
    line(0, '}'),
  ].join(lineEnd);
}
