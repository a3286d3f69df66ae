import type { Comment } from '../../model/document';
import type { Span } from '../../model/span';
import { byPlace, commentOf, innerComments } from '../assignments/comments';
import { type LogicalLine, logicalLineAt, physicalLine } from '../assignments/logicalLine';
import type { Assigning, AssignmentWord } from '../assignments/word';
import { endOfWord, resolve, spanOf } from './shellWord';

/** What stands behind one `FROM`. */
export interface Stage {
  readonly image: { readonly text: string; readonly span: Span };
  /** What later stages call it. */
  readonly name: string | undefined;
  readonly span: Span;
  readonly environment: readonly Assigning[];
}

/** A file that an instruction writes: its lines, and the path as it is written there. */
export interface HereDocument {
  readonly span: Span;
  readonly path: string;
}

export interface Dockerfile {
  readonly stages: readonly Stage[];
  readonly hereDocuments: readonly HereDocument[];
  readonly comments: readonly Comment[];
  /** The sign that escapes and continues lines: a backslash unless the file says otherwise. */
  readonly sign: string;
}

type Building = { -readonly [Key in keyof Stage]: Stage[Key] } & { environment: Assigning[] };

/** Reads the file as BuildKit does, as far as variables and files go. */
export function readDockerfile(text: string): Dockerfile {
  const sign = /^[ \t\ufeff]*#[ \t]*escape[ \t]*=[ \t]*`/im.test(directivesIn(text)) ? '`' : '\\';
  const stages: Building[] = [];
  const hereDocuments: HereDocument[] = [];
  const comments: Comment[] = [];
  const defaults = new Map<string, string>();
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    const start = at + (/^[ \t]*/.exec(text.slice(at, at + 500))?.[0].length ?? 0);
    const line = physicalLine(text, start);
    if (line.text.startsWith('#')) comments.push(commentOf(start, line.text));
    if (line.text === '' || line.text.startsWith('#')) {
      at = line.next > at ? line.next : text.length;
      continue;
    }
    const logical = logicalLineAt(text, start, { sign, joint: '', skipped: /^[ \t]*(?:#|$)/ });
    const [keyword = ''] = /^\S+/.exec(logical.text) ?? [];
    const stage = stages.at(-1);
    if (/^from$/i.test(keyword)) stages.push(stageOf(logical, defaults));
    else if (/^arg$/i.test(keyword) && !stage) collectDefaults(logical.text, defaults);
    else if (/^env$/i.test(keyword) && stage) {
      stage.environment.push({ span: { start, end: logical.end }, words: wordsOf(logical, sign) });
    }
    const behind = physicalLine(text, logical.end).next;
    at = /^(?:run|copy|add)$/i.test(keyword) ? readHereDocuments(text, logical, behind, hereDocuments) : behind;
    if (behind <= start) break;
  }
  for (const [index, stage] of stages.entries()) {
    stage.span = { start: stage.span.start, end: stages[index + 1]?.span.start ?? text.length };
  }
  const environment = stages.flatMap((stage) => stage.environment);
  const all = [...comments, ...innerComments(text, environment, '#')].sort(byPlace);
  return { stages, hereDocuments, comments: all, sign };
}

/** The lines at the top that speak to the builder. */
export function directivesIn(text: string): string {
  return /^\ufeff?(?:[ \t]*#[ \t]*\w+[ \t]*=[^\r\n]*(?:\r\n|\r|\n|$))*/.exec(text)?.[0] ?? '';
}

function stageOf(line: LogicalLine, defaults: ReadonlyMap<string, string>): Building {
  const [, before = '', written = '', name] = /^(\S+\s+(?:--\S+\s+)*)(\S+)(?:\s+as\s+(\S+))?/i.exec(line.text) ?? [];
  const text = written.replace(/\$\{(\w+)\}|\$(\w+)/g, (all, braced?: string, plain?: string) => {
    return defaults.get(braced ?? plain ?? '') ?? all;
  });
  const span = spanOf(line, before.length, before.length + written.length);
  return { image: { text, span }, name, span: { start: line.offsetOf(0), end: line.end }, environment: [] };
}

function collectDefaults(line: string, defaults: Map<string, string>): void {
  for (const [, name = '', value = ''] of line.matchAll(/\s(\w+)=["']?([^\s"']*)/g)) defaults.set(name, value);
}

/** `ENV A=1 B="2 3"`, or `ENV A the rest of the line`. */
function wordsOf(line: LogicalLine, sign: string): AssignmentWord[] {
  const text = line.text.trimEnd();
  const first = /^\S+\s+/.exec(text)?.[0].length;
  if (first === undefined) return [];
  if (!text.slice(first, endOfWord(text, first, sign)).includes('=')) return oldForm(line, text, first, sign);
  const words: AssignmentWord[] = [];
  for (let at = first; at < text.length; ) {
    const end = endOfWord(text, at, sign);
    const equals = text.slice(at, end).indexOf('=');
    if (equals > 0)
      words.push(wordAt(line, { start: at, nameEnd: at + equals, valueStart: at + equals + 1, end }, sign));
    at = end;
    while (at < text.length && /\s/.test(text.charAt(at))) at++;
  }
  return words;
}

function oldForm(line: LogicalLine, text: string, start: number, sign: string): AssignmentWord[] {
  const [all = '', name = ''] = /^(\S+)\s+/.exec(text.slice(start)) ?? [];
  if (name === '') return [];
  const nameEnd = start + name.length;
  return [wordAt(line, { start, nameEnd, valueStart: start + all.length, end: text.length }, sign)];
}

interface Cut {
  readonly start: number;
  readonly nameEnd: number;
  readonly valueStart: number;
  readonly end: number;
}

function wordAt(line: LogicalLine, { start, nameEnd, valueStart, end }: Cut, sign: string): AssignmentWord {
  const { text, dynamic, fallback } = resolve(line.text, valueStart, end, sign);
  const valueSpan = valueStart < end ? spanOf(line, valueStart, end) : emptyBehind(line, end);
  return {
    name: line.text.slice(start, nameEnd),
    text,
    dynamic,
    fallback,
    span: spanOf(line, start, end),
    nameSpan: spanOf(line, start, nameEnd),
    valueSpan,
  };
}

function emptyBehind(line: LogicalLine, end: number): Span {
  const at = line.offsetOf(end - 1) + 1;
  return { start: at, end: at };
}

const HERE = /(?<![<\w])<<-?(["']?)([A-Za-z_][\w.]*)\1/g;

/** Behind the lines of the instruction's here-documents, which are the builder's only where they begin with `<<`. */
function readHereDocuments(text: string, line: LogicalLine, from: number, found: HereDocument[]): number {
  let at = from;
  for (const { 0: all, 2: delimiter = '' } of line.text.matchAll(HERE)) {
    const start = at;
    for (;;) {
      if (at >= text.length) return at;
      const { text: body, next } = physicalLine(text, at);
      const isEnd = (all.startsWith('<<-') ? body.replace(/^\t+/, '') : body) === delimiter;
      const path = isEnd ? pathOf(line.text, delimiter) : undefined;
      if (path !== undefined && at > start) found.push({ span: { start, end: at }, path });
      if (next === at) return text.length;
      at = next;
      if (isEnd) break;
    }
  }
  return at;
}

/** `COPY <<EOF /etc/kafka/a.properties`, `COPY <<a.properties /etc/kafka/`, `RUN cat <<EOF > a.properties`. */
function pathOf(line: string, delimiter: string): string | undefined {
  if (/^run\s/i.test(line)) return /(?:>>?[ \t]*|\btee[ \t]+(?:-a[ \t]+)?)["']?([^\s"'<>|;&]+)/.exec(line)?.[1];
  const target = line.trimEnd().split(/\s+/).at(-1);
  return target?.endsWith('/') ? target + delimiter : target;
}
