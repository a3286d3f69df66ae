import type { Comment } from '../../model/document';
import type { Span } from '../../model/span';
import { byPlace, commentOf, innerComments } from '../assignments/comments';
import { type LogicalLine, logicalLineAt, physicalLine } from '../assignments/logicalLine';
import type { Assigning, AssignmentWord } from '../assignments/word';
import { type UnitWord, unitWords } from './unitWord';

/** A line of a section, such as `Image=docker.io/apache/kafka:4.1.0`. */
export interface UnitSetting {
  readonly section: string;
  readonly key: string;
  readonly value: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
}

export interface Unit {
  readonly settings: readonly UnitSetting[];
  readonly environment: readonly Assigning[];
  readonly comments: readonly Comment[];
}

/** Reads a unit as systemd does. */
export function readUnit(text: string): Unit {
  const settings: UnitSetting[] = [];
  const environment: Assigning[] = [];
  const comments: Comment[] = [];
  let section = '';
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length; ) {
    const { text: written, end, next } = physicalLine(text, at);
    const start = at + written.length - written.trimStart().length;
    const line = written.trim();
    let behind = next;
    if (/^[#;]/.test(line)) comments.push(commentOf(start, line));
    else if (line.startsWith('[')) section = line.slice(1).split(']', 1)[0] ?? '';
    else if (line !== '') {
      const logical = logicalLineAt(text, start, { sign: '\\', joint: ' ', skipped: /^[ \t]*[#;]/ });
      const setting = settingOf(logical, section);
      if (setting) settings.push(setting);
      if (setting?.key === 'Environment') {
        // An empty one takes back all before it.
        if (setting.value === '') environment.length = 0;
        environment.push({ span: { start, end: logical.end }, words: wordsOf(logical) });
      }
      behind = Math.max(next, physicalLine(text, logical.end).next);
    }
    at = behind > at ? behind : end + 1;
  }
  return { settings, environment, comments: [...comments, ...innerComments(text, environment, '#;')].sort(byPlace) };
}

function settingOf(line: LogicalLine, section: string): UnitSetting | undefined {
  const [all, key] = /^([A-Za-z]\w*)[ \t]*=[ \t]*/.exec(line.text) ?? [];
  if (all === undefined || key === undefined) return undefined;
  const value = line.text.slice(all.length).trimEnd();
  const start = line.offsetOf(all.length - 1) + 1;
  const end = value === '' ? start : line.offsetOf(all.length + value.length - 1) + 1;
  const keyStart = line.offsetOf(0);
  const keySpan = { start: keyStart, end: keyStart + key.length };
  return { section, key, value, keySpan, valueSpan: { start, end } };
}

function wordsOf(line: LogicalLine): AssignmentWord[] {
  return unitWords(line.text, line.text.indexOf('=') + 1).flatMap((word) => assignmentOf(line, word) ?? []);
}

function assignmentOf({ offsetOf }: LogicalLine, word: UnitWord): AssignmentWord | undefined {
  const { text, origins, dynamic, start, end } = word;
  const equals = text.indexOf('=');
  if (!/^[A-Za-z_]\w*$/.test(text.slice(0, Math.max(equals, 0)))) return undefined;
  const behind = offsetOf(end - 1) + 1;
  const spanOf = (from: number, to: number): Span => {
    const [first, last] = [origins[from], origins[to - 1]];
    return first && last && from < to
      ? { start: offsetOf(first.start), end: offsetOf(last.end - 1) + 1 }
      : { start: behind, end: behind };
  };
  return {
    name: text.slice(0, equals),
    text: text.slice(equals + 1),
    dynamic,
    fallback: false,
    span: { start: offsetOf(start), end: behind },
    nameSpan: spanOf(0, equals),
    valueSpan: spanOf(equals + 1, text.length),
  };
}
