import type { Span } from '../../model/span';
import type { MutableEntry } from '../../recognition/parts';
import { limitLine } from '../machine/limitsLine';
import type { Said } from '../machine/lines';
import { sysctlKey, sysctlLine } from '../machine/sysctlLine';
import { endOfLine, indentationAt, insertLines, linesOfBlock } from '../sites/blockLines';
import { type Site, withSite } from '../sites/site';
import type { Command } from './read';
import { spanIn, type Word } from './words';

/** A setting of the host that a command makes: at once, or in a file that keeps it. */
export interface HostSetting {
  readonly entry: MutableEntry;
  readonly into: 'kernel' | 'sysctl' | 'limits';
  /** For whom a limit holds. */
  readonly domain?: string;
}

/** What a command sets on the host; nothing for other commands. */
export function hostSettings(command: Command): HostSetting[] {
  const words = withoutSudo(command.words);
  switch (words[0]?.text.replace(/^.*\//, '')) {
    case 'sysctl':
      return words.slice(1).flatMap((word) => parameter(command, word, words));
    case 'ulimit':
      return openFiles(command, words);
    case 'echo':
    case 'printf':
      return written(command, words);
    default:
      return [];
  }
}

/** The words of the command itself, without `sudo` and what belongs to it. */
export function withoutSudo(words: readonly Word[]): readonly Word[] {
  if (words[0]?.text !== 'sudo') return words;
  const from = words.findIndex(({ text }, index) => index > 0 && !text.startsWith('-'));
  return from === -1 ? [] : words.slice(from);
}

function spanOf({ words, target }: Command): Span {
  const ends = [words.at(-1)?.span.end ?? 0, target?.span.end ?? 0];
  return { start: words[0]?.span.start ?? 0, end: Math.max(...ends) };
}

/** `sysctl -w vm.swappiness=1`; the sign for writing may be left out. */
function parameter(command: Command, word: Word, words: readonly Word[]): HostSetting[] {
  const said = sysctlLine(word.text);
  if (!said) return [];
  const whole = spanOf(command);
  const site: Site = {
    set: (_, value) => ({ span: word.span, newText: assignment(said, word, value) }),
    rename: (_, name) => ({ span: spanIn(word, said.name.start, said.name.end), newText: name }),
    remove: (text) => removed(text, whole, word, words),
    add: (text, { name, value }) => {
      const at = endOfLine(text, whole.end);
      const head = text.slice(
        whole.start,
        words[1] && sysctlLine(words[1].text) ? words[1].span.start : word.span.start,
      );
      const line = `${/^[^\n]*\s-w\s/.test(head) ? head : `${head.trimEnd()} -w `}${name}=${quoted(value)}`;
      return { span: { start: at, end: at }, newText: insertLines(text, at, indentationAt(text, whole.start), [line]) };
    },
    lineOf: (text) => (linesOfBlock(text, whole) ? whole.start : undefined),
  };
  return [{ entry: withSite(entryIn(word, said), site), into: 'kernel' }];
}

function assignment({ name }: Said, { text }: Word, value: string): string {
  return `${text.slice(name.start, name.end)}=${quoted(value)}`;
}

function quoted(value: string): string {
  return /^[\w.:,/-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

/** The only setting of a command goes with its lines. */
function removed(text: string, whole: Span, word: Word, words: readonly Word[]): ReturnType<Site['remove']> {
  if (words.filter((one) => sysctlLine(one.text)).length > 1) {
    const before = words[words.indexOf(word) - 1];
    return { span: { start: before?.span.end ?? word.span.start, end: word.span.end }, newText: '' };
  }
  const lines = linesOfBlock(text, whole);
  return lines && { span: lines, newText: '' };
}

function entryIn(word: Word, { key, name, value }: Said): MutableEntry {
  const valueSpan = spanIn(word, value.start, value.end);
  const text = word.text.slice(value.start, value.end);
  return {
    key,
    writtenKey: word.text.slice(name.start, name.end),
    keySpan: spanIn(word, name.start, name.end),
    value: { kind: word.dynamic && /[$`]/.test(text) ? 'dynamic' : 'literal', text, span: valueSpan },
    span: word.span,
  };
}

/** `ulimit -n 100000`, `ulimit -Hn unlimited`. */
function openFiles(command: Command, words: readonly Word[]): HostSetting[] {
  const flags = words.slice(1).filter(({ text }) => /^-[SHn]+$/.test(text));
  const value = words.slice(1).find(({ text, dynamic }) => dynamic || /^(?:\d+|unlimited)$/.test(text));
  const letters = flags.map(({ text }) => text.slice(1)).join('');
  if (!value || !letters.includes('n')) return [];
  const side = letters.includes('S') === letters.includes('H') ? '' : letters.includes('S') ? '.soft' : '.hard';
  const whole = spanOf(command);
  const entry: MutableEntry = {
    key: `nofile${side}`,
    writtenKey: 'ulimit -n',
    keySpan: { start: words[0]?.span.start ?? whole.start, end: flags.at(-1)?.span.end ?? value.span.start },
    value: { kind: value.dynamic ? 'dynamic' : 'literal', text: value.text, span: value.span },
    span: { start: words[0]?.span.start ?? whole.start, end: value.span.end },
  };
  return [{ entry: withSite(entry, valueSite(value.span, whole)), into: 'kernel' }];
}

/** A setting of which nothing but the value can be changed, on lines of its own. */
function valueSite(valueSpan: Span, whole: Span): Site {
  return {
    set: (_, value) => ({ span: valueSpan, newText: value }),
    rename: () => undefined,
    remove: (text) => {
      const lines = linesOfBlock(text, whole);
      return lines && { span: lines, newText: '' };
    },
    add: () => undefined,
    lineOf: (text) => (linesOfBlock(text, whole) ? whole.start : undefined),
  };
}

/** `echo 1 > /proc/sys/vm/swappiness`, `echo "vm.swappiness=1" | sudo tee -a /etc/sysctl.conf`. */
function written(command: Command, words: readonly Word[]): HostSetting[] {
  const target = targetOf(command);
  const said = words.slice(1).filter(({ text }) => !/^-[neE]+$/.test(text));
  const [only] = said;
  if (!target || !only || said.length !== 1) return [];
  const whole = {
    start: spanOf(command).start,
    end: command.pipedTo ? spanOf(command.pipedTo).end : spanOf(command).end,
  };
  const into = FILES.find(([pattern]) => pattern.test(target.text))?.[1];
  if (into === 'limits') {
    const line = limitLine(only.text);
    if (!line) return [];
    const span = spanIn(only, line.value.start, line.value.end);
    return [{ entry: withSite(entryIn(only, line), valueSite(span, whole)), into, domain: line.domain }];
  }
  if (into === 'sysctl') {
    const line = sysctlLine(only.text);
    if (!line) return [];
    const span = spanIn(only, line.value.start, line.value.end);
    return [{ entry: withSite(entryIn(only, line), valueSite(span, whole)), into }];
  }
  const key = kernelKey(target.text);
  if (key === undefined || said.length !== 1) return [];
  const entry: MutableEntry = {
    key,
    writtenKey: target.text,
    keySpan: target.span,
    value: { kind: only.dynamic ? 'dynamic' : 'literal', text: only.text, span: only.span },
    span: whole,
  };
  return [{ entry: withSite(entry, valueSite(only.span, whole)), into: 'kernel' }];
}

const FILES: readonly (readonly [RegExp, 'sysctl' | 'limits'])[] = [
  [/\/sysctl(?:\.d\/|\.conf$)/, 'sysctl'],
  [/\/limits(?:\.d\/|\.conf$)/, 'limits'],
];

function kernelKey(path: string): string | undefined {
  const parameter = /^\/proc\/sys\/(.+)$/.exec(path)?.[1];
  if (parameter !== undefined) return sysctlKey(parameter);
  return /^\/sys\/block\/.+\/(queue\/(?:scheduler|read_ahead_kb))$/.exec(path)?.[1];
}

/** Where a command's output goes: into a file, or to `tee`, which writes it there. */
export function targetOf({ target, pipedTo }: Command): Word | undefined {
  if (target) return target;
  const words = withoutSudo(pipedTo?.words ?? []);
  return words[0]?.text === 'tee' ? words.find(({ text }, index) => index > 0 && !text.startsWith('-')) : undefined;
}
