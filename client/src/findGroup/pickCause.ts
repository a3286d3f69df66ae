import * as l10n from '@vscode/l10n';
import {
  type QuickPickItem,
  QuickPickItemKind,
  Range,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  ThemeIcon,
  window,
} from 'vscode';
import type { GroupFinding } from '../../../server/src/protocol/protocol';
import { applyWireEdits } from '../commands/wireEdits';
import { showWarning } from '../shown/messages';
import { answerOf, createPick } from '../shown/picks';
import { type Choice, choicesOf } from './choices';

type Item = QuickPickItem & { readonly choice: Choice; readonly finding: GroupFinding };

/** Lists what may slow the group down, shows the line of what is active, and writes the fix that is chosen. */
export async function pickCause(editor: TextEditor, group: string, findings: readonly GroupFinding[]): Promise<void> {
  const { document } = editor;
  const { version } = document;
  const item = await pick(
    editor,
    l10n.t('What may slow {0} down', group),
    findings.length,
    choicesOf(findings).map(toItem),
  );
  if (!item) return;
  await window.showTextDocument(document, { selection: toRange(item.finding), viewColumn: editor.viewColumn ?? -1 });
  if (item.choice.kind !== 'fix') return;
  if (document.version !== version || !(await applyWireEdits(document.uri, item.choice.edits))) {
    void showWarning(l10n.t('The file has changed meanwhile, so nothing was written. Try again.'));
  }
}

async function pick(
  editor: TextEditor,
  title: string,
  count: number,
  items: readonly Item[],
): Promise<Item | undefined> {
  const placeholder =
    count === 1 ? l10n.t('1 finding') : l10n.t('{0} findings, the likely greatest effect first', count);
  const list = createPick(title, placeholder, items);
  list.matchOnDetail = true;
  list.onDidChangeActive(([active]) => active && reveal(editor, active.item.finding));
  return (await answerOf(list))?.item;
}

function reveal(editor: TextEditor, finding: GroupFinding): void {
  const range = toRange(finding);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

function toItem({ finding, ...choice }: Choice & { readonly finding: GroupFinding }): Item {
  // A separator with words would take them from the line below it.
  if (choice.kind === 'border') return { label: '', kind: QuickPickItemKind.Separator, choice, finding };
  const iconPath = new ThemeIcon(choice.kind === 'fix' ? 'lightbulb' : 'arrow-right');
  return { label: choice.label, iconPath, ...(choice.detail !== '' && { detail: choice.detail }), choice, finding };
}

function toRange({ range: { start, end } }: GroupFinding): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
