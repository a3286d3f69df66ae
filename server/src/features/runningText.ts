import type { ConfigDocument } from '../model/document';
import { applyTextEdits, type TextEdit } from '../model/edit';
import type { Report } from '../model/finding';
import { renderForeign } from './foreignEdits';

/** A file as it would be if it said what runs. */
export interface RunningText {
  readonly text: string;
  /** How many settings differ, and how many of these cannot be written into the file. */
  readonly differences: number;
  readonly unwritten: number;
}

/** The reports about what runs with other values, each of which takes one of them over as its first fix. */
export function runningText(document: ConfigDocument, reports: readonly Report[]): RunningText {
  const edits = reports.flatMap(({ fixes = [] }): readonly TextEdit[] => {
    const own = fixes[0]?.foreign?.filter(({ uri }) => uri === document.uri) ?? [];
    return own.length > 0 ? (renderForeign(document, own) ?? []) : [];
  });
  const differences = reports.length;
  return { text: applyTextEdits(document.text, edits), differences, unwritten: differences - edits.length };
}
