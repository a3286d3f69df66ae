import type { Checklist, ChecklistLine, State } from '../../checklist/checklist';
import type { Evidence } from '../../checklist/evidence';
import { SECTIONS } from '../../checklist/item';
import { jsonText } from '../../escape/json';
import { terminalText } from '../../escape/terminal';
import { placesIn } from '../../features/places';

/** A checklist, and what it takes to say where its places are. */
export interface PlacedChecklist {
  readonly checklist: Checklist;
  textOf(uri: string): string;
  /** As the user would name the file. */
  nameOf(uri: string): string;
}

const BOXES: Readonly<Record<State, string>> = { pass: '[x]', fail: '[ ]', unknown: '[ ]', 'not-applicable': '[-]' };
const WORDS: Readonly<Record<State, string>> = {
  pass: 'pass',
  fail: '**fail**',
  unknown: 'unknown',
  'not-applicable': 'not applicable',
};

/** For people, and for a file beside the code: a list to tick off, each line with what decides it. */
export function reportChecklistMarkdown(placed: PlacedChecklist): string {
  const { counts, percent, lines } = placed.checklist;
  const applying = lines.length - counts['not-applicable'];
  const sections = SECTIONS.map((section) => {
    const own = lines.filter((line) => line.section === section).map((line) => markdownOf(line, placed));
    return `## ${section.charAt(0).toUpperCase()}${section.slice(1)}\n\n${own.join('\n')}`;
  });
  const summary = `${counts.pass} of ${applying} lines pass (${percent} %), ${counts.fail} fail, ${counts.unknown} are unknown; ${counts['not-applicable']} do not apply.`;
  return `# Kafka checklist\n\n${summary}\n\n${sections.join('\n\n')}\n`;
}

function markdownOf(line: ChecklistLine, placed: PlacedChecklist): string {
  const { state, title, why, says, decided, more } = line;
  const place = decided && state !== 'not-applicable' ? ` (${placeOf(decided, placed)}${furtherText(more)})` : '';
  const fix = decided?.fix === undefined ? [] : [`  - Fix: ${plain(decided.fix)}`];
  return [`- ${BOXES[state]} ${title}: ${WORDS[state]}`, `  - ${plain(says)}${place}`, ...fix, `  - ${why}`].join('\n');
}

function furtherText(more: number): string {
  return more === 0 ? '' : ` and ${more} more`;
}

function placeOf({ uri, span }: Evidence, { textOf, nameOf }: PlacedChecklist): string {
  const { line } = placesIn(textOf(uri))(span);
  return plain(`${nameOf(uri)}:${line}`);
}

/** Text of files can neither reach the terminal nor make Markdown. */
function plain(text: string): string {
  return terminalText(text)
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_[\]<>|]/g, '\\$&');
}

/** Lines and columns from 1. */
export function reportChecklistJson(placed: PlacedChecklist): string {
  const { counts, percent, lines } = placed.checklist;
  return jsonText({
    counts,
    percent,
    lines: lines.map(({ id, section, title, why, state, says, decided, more }) => ({
      id,
      section,
      title,
      state,
      says,
      why,
      ...(decided && {
        file: placed.nameOf(decided.uri),
        ...placesIn(placed.textOf(decided.uri))(decided.span),
        ...(decided.rule !== undefined && { rule: decided.rule }),
        ...(decided.fix !== undefined && { fix: decided.fix }),
      }),
      more,
    })),
  });
}
