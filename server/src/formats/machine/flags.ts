import type { TextEdit } from '../../model/edit';
import type { Value } from '../../model/entry';
import type { Span } from '../../model/span';
import type { MutableEntry } from '../../recognition/parts';
import { type Site, siteOf, withSite } from '../sites/site';

/** A word of a variable with flags of the JVM, with its place in the file where quotes and escapes hide none. */
interface FlagWord {
  readonly text: string;
  readonly span: Span;
  readonly exact: boolean;
}

/** What a flag says: `-XX:+UseG1GC` is `-XX:UseG1GC` with true, `-Xmx6g` is `-Xmx` with 6g. */
interface Flag {
  readonly key: string;
  readonly value: string | undefined;
  /** Where the value is in the word. */
  readonly at: Span;
}

/** The flags that a variable hands to the JVM; words that something is filled into are left out. */
export function flagsOf(variable: MutableEntry): MutableEntry[] {
  const words = wordsOf(variable.value);
  return words.flatMap((word) => {
    const flag = isKnown(word.text) ? readFlag(word.text) : undefined;
    return flag ? [entryOf(flag, word, words, variable)] : [];
  });
}

function wordsOf({ text, span }: Value): FlagWord[] {
  // Quotes around the whole are the only thing that may be between the text and its place.
  const hidden = span.end - span.start - text.length;
  const isExact = hidden === 0 || hidden === 2;
  return Array.from(withoutExpansions(text).matchAll(/[^\s\\]+/g), ({ 0: word, index }) => {
    const start = span.start + index + hidden / 2;
    return { text: word, span: isExact ? { start, end: start + word.length } : span, exact: isExact };
  });
}

/** What is filled in may be any number of words: it becomes one that nobody knows, as long as it was. */
function withoutExpansions(text: string): string {
  return text.replace(/\$\{[^{}]*\}|\$\([^()]*\)|`[^`]*`|\{\{[^{}]*\}\}|\$\w+/g, (all) => '$'.repeat(all.length));
}

/** Nothing is filled in, and no template was masked before the file was read. */
function isKnown(word: string): boolean {
  return !/[$`{}]|x{5}/.test(word);
}

function readFlag(word: string): Flag | undefined {
  const [, sign, name = ''] = /^-XX:([+-])(\w+)$/.exec(word) ?? [];
  if (sign !== undefined) return { key: `-XX:${name}`, value: String(sign === '+'), at: { start: 4, end: 5 } };
  const [, key] =
    /^(-Xm[xsn]|-Xss)\d/.exec(word) ??
    /^(-XX:\w+)=/.exec(word) ??
    /^(-D[\w.-]+)(?:=|$)/.exec(word) ??
    /^(-(?:javaagent|agentlib|agentpath|Xlog\w*|server|client|verbose))(?::|$)/.exec(word) ??
    [];
  if (key === undefined) return undefined;
  const start = key.length + (/[=:]/.test(word.charAt(key.length)) ? 1 : 0);
  return { key, value: start < word.length ? word.slice(start) : undefined, at: { start, end: word.length } };
}

function entryOf(flag: Flag, word: FlagWord, words: readonly FlagWord[], variable: MutableEntry): MutableEntry {
  const { span, exact, text } = word;
  const isSwitch = flag.key.startsWith('-XX:') && /^[+-]/.test(text.charAt(4));
  const within = ({ start, end }: Span): Span => (exact ? { start: span.start + start, end: span.start + end } : span);
  const valueSpan = within(flag.at);
  const entry: MutableEntry = {
    key: flag.key,
    writtenKey: flag.value === undefined || isSwitch ? text : text.slice(0, flag.at.start).replace(/[=:]$/, ''),
    keySpan: isSwitch ? span : within({ start: 0, end: flag.value === undefined ? text.length : flag.at.start }),
    value:
      flag.value === undefined
        ? { kind: 'absent', text: '', span: valueSpan }
        : {
            kind: 'literal',
            text: flag.value,
            span: valueSpan,
            // A switch is on or off, which its sign says.
            ...(isSwitch && { form: 'enum', written: text.charAt(4) }),
          },
    span,
  };
  return withSite(entry, flagSite(word, words, variable, entry));
}

/** How a flag is written. */
export function flagSource(key: string, value: string): string {
  if (/^-XX:/.test(key) && (value === 'true' || value === 'false')) {
    return `-XX:${value === 'true' ? '+' : '-'}${key.slice('-XX:'.length)}`;
  }
  return /^-Xm|^-Xss/.test(key) ? key + value : `${key}=${value}`;
}

/** A flag is changed where it stands, as long as the file still has it there; the rest of its variable stays. */
function flagSite(word: FlagWord, words: readonly FlagWord[], variable: MutableEntry, entry: MutableEntry): Site {
  const { span, exact } = word;
  const isThere = (text: string): boolean => exact && text.slice(span.start, span.end) === word.text;
  const replaced = (text: string, newText: string): TextEdit | undefined =>
    isThere(text) ? { span, newText } : undefined;
  const isSwitch = entry.value.kind === 'literal' && entry.value.form === 'enum';
  const index = words.indexOf(word);
  const [before, after] = [words[index - 1], words[index + 1]];
  return {
    set: (text, value) =>
      isSwitch && value !== 'true' && value !== 'false' ? undefined : replaced(text, flagSource(entry.key, value)),
    rename: (text, name) => replaced(text, flagSource(name, entry.value.text)),
    remove: (text) => {
      if (!before && !after) return siteOf(variable)?.remove(text);
      if (!isThere(text)) return undefined;
      const start = after || !before ? span.start : before.span.end;
      return { span: { start, end: after ? after.span.start : span.end }, newText: '' };
    },
    add: (text, { name, value }) => {
      const source = flagSource(name, value);
      if (words.length > 1 && isThere(text)) return { span: { start: span.end, end: span.end }, newText: ` ${source}` };
      // A blank may need quotes around the whole.
      return variable.value.kind === 'literal'
        ? siteOf(variable)?.set(text, `${variable.value.text} ${source}`)
        : undefined;
    },
    lineOf: (text) => siteOf(variable)?.lineOf(text),
  };
}
