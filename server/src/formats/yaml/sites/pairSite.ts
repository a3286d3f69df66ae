import type { TextEdit } from '../../../model/edit';
import type { Span } from '../../../model/span';
import { commentLines, endOfLine, indentationAt, insertLines, linesOfBlock } from '../../sites/blockLines';
import type { NewSetting, Site } from '../../sites/site';
import type { YamlMap, YamlPair } from '../nodes';
import { type Dialect, keySource, scalarSource } from './quote';

/** An entry that is one pair of a map: `KAFKA_LINGER_MS: 20`. */
export function pairSite(map: YamlMap, pair: YamlPair, dialect: Dialect): Site {
  const span = spanOfPair(pair);
  return {
    form: 'pair',
    set: (text, value) => {
      const style = pair.value?.kind === 'scalar' ? pair.value.style : 'plain';
      // An alias stands for what others have too: it is replaced here alone.
      const source = scalarSource(value, pair.alias ? 'plain' : style, dialect, map.flow);
      const isBlock = style === 'literal' || style === 'folded';
      return replaceValue(text, pair, isBlock ? withoutLineEnd(text, pair.valueSpan) : pair.valueSpan, source);
    },
    rename: (_, name) => ({ span: pair.keySpan, newText: keySource(name, map.flow) }),
    remove: (text) => (map.flow ? removeFromFlow(map, pair) : removeLines(text, span)),
    add: (text, setting) => addAfter(text, map, pair, setting, dialect),
    lineOf: (text) => (map.flow || !linesOfBlock(text, span) ? undefined : span.start),
  };
}

export function spanOfPair({ keySpan, valueSpan }: YamlPair): Span {
  return { start: keySpan.start, end: Math.max(keySpan.end, valueSpan.end) };
}

function replaceValue(text: string, { keySpan }: YamlPair, span: Span, source: string): TextEdit {
  if (span.end > span.start) return { span, newText: source };
  // Nothing is written yet: behind the colon, with a blank.
  const colon = text.indexOf(':', keySpan.end);
  const at = colon === -1 ? keySpan.end : colon + 1;
  return { span: { start: at, end: at }, newText: `${colon === -1 ? ':' : ''} ${source}` };
}

function withoutLineEnd(text: string, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function removeLines(text: string, span: Span): TextEdit | undefined {
  const lines = linesOfBlock(text, span);
  return lines && { span: lines, newText: '' };
}

export function removeFromFlow(map: YamlMap, pair: YamlPair): TextEdit {
  const index = map.pairs.findIndex(({ keySpan }) => keySpan.start === pair.keySpan.start);
  const [before, after] = [map.pairs[index - 1], map.pairs[index + 1]];
  const span = spanOfPair(pair);
  if (after) return { span: { start: span.start, end: after.keySpan.start }, newText: '' };
  return { span: { start: before ? spanOfPair(before).end : span.start, end: span.end }, newText: '' };
}

/** Puts a pair behind another one of the map. */
export function addAfter(
  text: string,
  map: YamlMap,
  pair: YamlPair,
  { name, value, comment }: NewSetting,
  dialect: Dialect,
): TextEdit | undefined {
  const { end } = spanOfPair(pair);
  const source = `${keySource(name, map.flow)}: ${scalarSource(value, styleOf(pair), dialect, map.flow)}`;
  if (map.flow) return { span: { start: end, end }, newText: `, ${source}` };
  const at = endOfLine(text, withoutLineEnd(text, { start: pair.keySpan.start, end }).end);
  const indentation = indentationAt(text, pair.keySpan.start);
  return {
    span: { start: at, end: at },
    newText: insertLines(text, at, indentation, [...commentLines(comment), source]),
  };
}

/** The quotes of a neighbour are the author's habit. */
function styleOf({ value, alias }: YamlPair): 'plain' | 'single' | 'double' {
  if (alias || value?.kind !== 'scalar') return 'plain';
  return value.style === 'single' || value.style === 'double' ? value.style : 'plain';
}

/** Puts the first pair into a map whose own pair has no value, or no braces with anything in them. */
export function addFirst(
  text: string,
  holder: YamlPair,
  { name, value, comment }: NewSetting,
  dialect: Dialect,
): TextEdit | undefined {
  const pair = (flow: boolean) => `${keySource(name, flow)}: ${scalarSource(value, 'plain', dialect, flow)}`;
  if (holder.value?.kind === 'map' && holder.value.flow) {
    return { span: holder.value.span, newText: `{ ${pair(true)} }` };
  }
  if (holder.value) return undefined;
  const at = endOfLine(text, holder.keySpan.end);
  const indentation = `${indentationAt(text, holder.keySpan.start)}  `;
  return {
    span: { start: at, end: at },
    newText: insertLines(text, at, indentation, [...commentLines(comment), pair(false)]),
  };
}

/** Puts a map with its first pair behind the last pair of another map, which has none of that name. */
export function addMap(
  text: string,
  parent: YamlMap,
  path: readonly string[],
  { name, value, comment }: NewSetting,
  dialect: Dialect,
): TextEdit | undefined {
  const last = parent.pairs.at(-1);
  if (!last || parent.flow) return undefined;
  const { end } = spanOfPair(last);
  const at = endOfLine(text, withoutLineEnd(text, { start: last.keySpan.start, end }).end);
  const indentation = indentationAt(text, last.keySpan.start);
  const lines = path.map((key, depth) => `${'  '.repeat(depth)}${keySource(key, false)}:`);
  const inner = '  '.repeat(path.length);
  const source = `${inner}${keySource(name, false)}: ${scalarSource(value, 'plain', dialect, false)}`;
  const comments = commentLines(comment).map((line) => inner + line);
  return { span: { start: at, end: at }, newText: insertLines(text, at, indentation, [...lines, ...comments, source]) };
}
