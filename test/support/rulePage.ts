import type { Role } from '../../server/src/model/scope';
import type { KafkaVersion } from '../../server/src/model/version';

/** A fenced example of a rule page. */
export interface Example {
  readonly kind: 'bad' | 'good' | 'fix';
  readonly language: string;
  /** The line of the page on which the example's text begins, from 1, for messages. */
  readonly line: number;
  /** The text without its caret lines. */
  readonly text: string;
  /** What the carets mark, as offsets into `text`. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
  readonly attributes: ReadonlyMap<string, string>;
}

/** One example with all of its files; those behind the first say `and`. */
export interface Case {
  readonly kind: Example['kind'];
  readonly files: readonly Example[];
  readonly fixes: readonly Example[];
}

/** The examples of a rule about several files. */
export function casesOf(page: string): Case[] {
  const cases: { kind: Example['kind']; files: Example[]; fixes: Example[] }[] = [];
  for (const example of examplesOf(page)) {
    const last = cases.at(-1);
    if (example.kind === 'fix') last?.fixes.push(example);
    else if (example.attributes.has('and')) last?.files.push(example);
    else cases.push({ kind: example.kind, files: [example], fixes: [] });
  }
  return cases;
}

const FENCE = /^```(\w+)[ \t]+(.*?)[ \t]*\n(.*?)^```[ \t]*$/gms;
const CARETS = /^[ \t]*\^+[ \t]*$/m;

/** Reads the examples: fences whose info string says `bad`, `good` or `fix="title"`. */
export function examplesOf(page: string): Example[] {
  return [...page.matchAll(FENCE)].flatMap((match) => {
    const [, language = '', info = '', body = ''] = match;
    const attributes = attributesOf(info);
    const kind = (['bad', 'good', 'fix'] as const).find((name) => attributes.has(name));
    if (!kind) return [];
    const line = page.slice(0, match.index).split('\n').length + 1;
    return [{ kind, language, line, attributes, ...withoutCarets(body) }];
  });
}

function attributesOf(info: string): Map<string, string> {
  const found = info.matchAll(/([\w-]+)(?:=(?:"([^"]*)"|(\S+)))?/g);
  return new Map([...found].map(([, name = '', quoted, plain]) => [name, quoted ?? plain ?? '']));
}

function withoutCarets(body: string): Pick<Example, 'text' | 'marks'> {
  let text = '';
  let lineStart = 0;
  const marks: { start: number; end: number }[] = [];
  for (const line of body.match(/.*\n/g) ?? []) {
    if (CARETS.test(line)) {
      const from = line.indexOf('^');
      marks.push({ start: lineStart + from, end: lineStart + line.lastIndexOf('^') + 1 });
      continue;
    }
    lineStart = text.length;
    text += line;
  }
  return { text, marks };
}

export function hintsOf(example: Example): { role?: Role; version?: KafkaVersion } {
  const role = example.attributes.get('role') as Role | undefined;
  const version = example.attributes.get('version') as KafkaVersion | undefined;
  return { ...(role && { role }), ...(version && { version }) };
}
