import { isLineStart, lineEndAt, startOfBlanks } from '../lines';
import { endOfLine } from '../sites/blockLines';
import type { Site } from '../sites/site';
import type { YamlMap, YamlPair } from '../yaml/nodes';
import { removeFromFlow, spanOfPair } from '../yaml/sites/pairSite';

/** A pair of an object. JSON has no comments, so that none is written. */
export function jsonSite(object: YamlMap, pair: YamlPair): Site {
  const isText = pair.value?.kind === 'scalar' && pair.value.style === 'double';
  return {
    set: (_, value) => ({
      span: pair.valueSpan,
      newText: !isText && /^(?:true|false|-?(?:0|[1-9]\d{0,14}))$/.test(value) ? value : JSON.stringify(value),
    }),
    rename: (_, name) => ({ span: pair.keySpan, newText: JSON.stringify(name) }),
    remove: (text) => removeLine(text, object, pair) ?? removeFromFlow(object, pair),
    add: (text, { name, value }) => {
      const { start, end } = spanOfPair(pair);
      const lineStart = startOfBlanks(text, start);
      const gap = isLineStart(text, lineStart) ? lineEndAt(text, lineStart - 1) + text.slice(lineStart, start) : ' ';
      return { span: { start: end, end }, newText: `,${gap}${JSON.stringify(name)}: ${JSON.stringify(value)}` };
    },
    lineOf: () => undefined,
  };
}

/** The whole line, where another pair follows that needs no comma before it. */
function removeLine(text: string, { pairs }: YamlMap, pair: YamlPair): ReturnType<Site['remove']> {
  const span = spanOfPair(pair);
  const start = startOfBlanks(text, span.start);
  const isLast = pairs.at(-1)?.keySpan.start === pair.keySpan.start;
  const end = endOfLine(text, span.end);
  if (isLast || !isLineStart(text, start) || !/^[ \t]*,[ \t]*(?:\r\n|\r|\n)$/.test(text.slice(span.end, end))) return;
  return { span: { start, end }, newText: '' };
}
