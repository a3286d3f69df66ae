import { mentionsKafka } from '../../protocol/fileKinds';
import { files } from './files';
import type { Dialect } from './language';

/** The longest source that is read, in UTF-16 units: longer ones are bundles or data. */
const MAX_LENGTH = 1024 * 1024;
/** Nobody writes lines that long by hand; beyond it, on average, code is minified. */
const MAX_MEAN_LINE = 400;
const SMALL = 16 * 1024;

/** What is parsed of a file: the same length as the text, so that offsets hold. */
export interface Source {
  readonly text: string;
  readonly dialect: Dialect;
}

const DIALECTS: readonly (readonly [RegExp, Dialect])[] = [
  [/\.[cm]?ts$/i, 'ts'],
  [/\.tsx$/i, 'tsx'],
  [/\.(?:[cm]?js|jsx|es6)$/i, 'jsx'],
];

/** Undefined for what is not worth reading: no word of Kafka, minified, binary, or a package's own file. */
export function sourceOf(path: string, text: string): Source | undefined {
  if (text.length > MAX_LENGTH || !mentionsKafka(files, text) || text.includes('\0')) return undefined;
  if (/[/\\]node_modules[/\\]|\.min\.[cm]?js$/i.test(path) || isMinified(text)) return undefined;
  if (isComponent(path)) return scriptsOf(text);
  const dialect = DIALECTS.find(([pattern]) => pattern.test(path))?.[1];
  return { text, dialect: dialect ?? 'tsx' };
}

function isMinified(text: string): boolean {
  if (text.length < SMALL) return false;
  const lines = text.split('\n').length;
  return text.length / lines > MAX_MEAN_LINE;
}

/** True for files that hold their program in blocks of markup. */
export function isComponent(path: string): boolean {
  return /\.(?:vue|svelte|astro)$/i.test(path);
}

const SCRIPT = /(<script\b([^<>]*)>)([\s\S]*?)<\/script>/gi;

/** The script blocks of a component file. Behind the last end is none, and looking for its end would take long. */
export function scriptBlocks(text: string): RegExpExecArray[] {
  const last = Array.from(text.matchAll(/<\/script>/gi)).at(-1);
  return last ? Array.from(text.slice(0, last.index + last[0].length).matchAll(SCRIPT)) : [];
}

/** The script blocks of a component file, all else blanked out. */
function scriptsOf(text: string): Source {
  let blank = '';
  let at = 0;
  let dialect: Dialect = 'jsx';
  for (const match of scriptBlocks(text)) {
    const [, tag = '', attributes = '', body = ''] = match;
    const start = match.index + tag.length;
    blank += blanked(text.slice(at, start)) + body;
    at = start + body.length;
    if (/\blang\s*=\s*["']?tsx?/i.test(attributes)) dialect = 'tsx';
  }
  return { text: blank + blanked(text.slice(at)), dialect };
}

function blanked(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
