import type { Call, Loop, Messages } from '../../../model/call';
import type { Fix } from '../../../model/finding';
import { type Span, sliceSpan } from '../../../model/span';
import { declaredIn, indentationAt, mentionsAny, namesIn, reindent, replaceWithin, unusedName } from './source';

/** What the restructuring works with: a send of one message in a loop. */
interface Sending {
  readonly text: string;
  readonly call: Call;
  readonly loop: Loop;
  readonly messages: Messages;
  readonly element: string;
}

/** Fixes that send the records of a loop in one request; none where that could change what is sent. */
export function sendOnceFixes(text: string, call: Call, loop: Loop): Fix[] {
  const { messages } = call;
  const only = messages?.elements[0];
  if (!messages || !only || text[messages.span.start] !== '[') return [];
  const sending: Sending = { text, call, loop, messages, element: sliceSpan(text, only.span) };
  if (dependsOnLoop(sending) || call.guarded) return [];
  const mapped = mapFix(sending);
  return mapped ? [mapped] : collectFix(sending);
}

/** True when the topic or another option is not the same for every record. */
function dependsOnLoop({ text, call, loop, messages }: Sending): boolean {
  const rest = replaceWithin(text, call.span, messages.span, '');
  const body = sliceSpan(text, loop.body);
  const own = loop.item ? namesIn(sliceSpan(text, loop.item)) : [];
  return mentionsAny(rest, [...own, ...declaredIn(sliceSpan(text, loop.span)), ...declaredIn(body)]);
}

/** The body is nothing but the send: the collection itself becomes the messages. */
function mapFix({ text, call, loop, messages, element }: Sending): Fix | undefined {
  const isEach = loop.kind === 'for-of' || loop.kind === 'for-each';
  if (!isEach || !loop.item || !loop.collection || /\bawait\b/.test(element) || !isAlone(text, call, loop))
    return undefined;
  if (loop.kind === 'for-each' && !isStatement(text, loop.span)) return undefined;
  const item = sliceSpan(text, loop.item);
  const collection = sliceSpan(text, loop.collection);
  const value = element.startsWith('{') ? `(${element})` : element;
  const parameter = /^[\w$]+$/.test(item) ? item : item;
  const all = element === item ? `[...${collection}]` : `Array.from(${collection}, (${parameter}) => ${value})`;
  const sent = replaceWithin(text, call.span, messages.span, all);
  const source = reindent(sent, indentationAt(text, call.statement.start), indentationAt(text, loop.span.start));
  const edits = [{ kind: 'text' as const, span: statementSpan(text, loop), newText: `await ${source};` }];
  return { title: 'Send all of them in one call', safe: false, edits };
}

/** The loop's own statement: a call of `forEach` has `await` before it or a semicolon behind. */
function statementSpan(text: string, { span, kind }: Loop): Span {
  if (kind !== 'for-each') return span;
  return text[span.end] === ';' ? { start: span.start, end: span.end + 1 } : span;
}

function isStatement(text: string, { start }: Span): boolean {
  const before = text.slice(Math.max(0, start - 200), start);
  const code = before.trimEnd();
  return code === '' || ';{}'.includes(code.charAt(code.length - 1)) || before.slice(code.length).includes('\n');
}

function isAlone(text: string, { statement, span }: Call, { body }: Loop): boolean {
  const rest = replaceWithin(text, body, { start: Math.min(statement.start, span.start), end: statement.end }, '');
  return /^[\s{};]*$/.test(rest.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, ''));
}

/** Anything else in the body stays: the message is collected, and the send comes behind the loop. */
function collectFix({ text, call, loop, messages, element }: Sending): Fix[] {
  const body = sliceSpan(text, loop.body);
  const isLoop = loop.kind === 'for-of' || loop.kind === 'for';
  // What leaves the loop early would skip the send behind it.
  if (!isLoop || /\b(?:return|throw)\b/.test(body) || !/^await\b/.test(sliceSpan(text, call.statement))) return [];
  const name = unusedName(text, ['messages', 'collected', 'pendingMessages']) ?? 'batchedMessages';
  const isOwnName = sliceSpan(text, messages.span) === name;
  if (isOwnName) return [];
  const outer = indentationAt(text, loop.span.start);
  const property = name === 'messages' ? shorthand(text, messages) : { span: messages.span, by: name };
  const sent = replaceWithin(text, call.span, property.span, property.by);
  const source = reindent(sent, indentationAt(text, call.statement.start), outer);
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const before = { start: loop.span.start, end: loop.span.start };
  const after = { start: loop.span.end, end: loop.span.end };
  return [
    {
      title: 'Collect the messages and send them once, after the loop',
      safe: false,
      edits: [
        { kind: 'text', span: before, newText: `const ${name} = [];${lineEnd}${outer}` },
        { kind: 'text', span: call.statement, newText: `${name}.push(${element});` },
        { kind: 'text', span: after, newText: `${lineEnd}${outer}await ${source};` },
      ],
    },
  ];
}

/** `messages: [...]` becomes `messages`. */
function shorthand(text: string, { span }: Messages): { span: Span; by: string } {
  const key = /\bmessages\s*:\s*$/.exec(text.slice(0, span.start));
  return key ? { span: { start: key.index, end: span.end }, by: 'messages' } : { span, by: 'messages' };
}
