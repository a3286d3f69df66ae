/** A line that goes on behind its end, as its reader joins it, and where each of its characters stands. */
export interface LogicalLine {
  readonly text: string;
  /** The offset of a character; one behind the last for the end. */
  offsetOf(index: number): number;
  /** Where the last of its physical lines ends, without the line's end. */
  readonly end: number;
}

interface Joining {
  /** The sign at a line's end by which the next one belongs to it. */
  readonly sign: string;
  /** What stands for the sign and the line's end: nothing, or a blank. */
  readonly joint: '' | ' ';
  /** Lines in between that belong to nothing. */
  readonly skipped: RegExp;
}

const LINE_END = /\r\n|\r|\n|$/g;

/** Joins the lines from the offset on. */
export function logicalLineAt(text: string, start: number, { sign, joint, skipped }: Joining): LogicalLine {
  const offsets: number[] = [];
  let joined = '';
  let at = start;
  let end = start;
  const take = (from: number, to: number): void => {
    for (let offset = from; offset < to; offset++) offsets.push(offset);
    joined += text.slice(from, to);
  };
  for (;;) {
    const line = physicalLine(text, at);
    const isNext = at > start;
    const isSkipped = isNext && skipped.test(line.text);
    end = line.end;
    const length = isSkipped ? undefined : continuedLength(line.text, sign);
    if (!isSkipped && length === undefined) take(at, line.end);
    if (length !== undefined) {
      take(at, at + length);
      if (joint !== '') {
        offsets.push(at + length);
        joined += joint;
      }
    }
    if ((!isSkipped && length === undefined) || line.next === line.end) break;
    at = line.next;
  }
  return { text: joined, offsetOf: (index) => offsets[index] ?? (offsets.at(-1) ?? start - 1) + 1, end };
}

/** How much of the line counts when the next one belongs to it; undefined when it stands alone. */
function continuedLength(line: string, sign: string): number | undefined {
  const trimmed = line.trimEnd();
  if (!trimmed.endsWith(sign) || trimmed.endsWith(sign + sign)) return undefined;
  return trimmed.length - 1;
}

interface PhysicalLine {
  readonly text: string;
  readonly end: number;
  /** Where the next one begins; the end itself at the end of the text. */
  readonly next: number;
}

export function physicalLine(text: string, at: number): PhysicalLine {
  LINE_END.lastIndex = at;
  const found = LINE_END.exec(text);
  const end = found?.index ?? text.length;
  return { text: text.slice(at, end), end, next: end + (found?.[0].length ?? 0) };
}
