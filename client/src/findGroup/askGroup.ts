import * as l10n from '@vscode/l10n';
import { window } from 'vscode';
import { askText } from '../shown/inputs';
import { answerOf, createPick } from '../shown/picks';
import type { KnownGroup } from './knownGroups';

const TITLE = l10n.t('Find a Consumer Group in the Workspace');

/** The id that a person chooses among the known ones, or writes. */
export async function askGroup(known: readonly KnownGroup[]): Promise<string | undefined> {
  const value = selectedText();
  if (known.length > 0) return pickGroup(known, value);
  const prompt = l10n.t('The id of the consumer group, as its group.id says');
  const group = await askText({ title: TITLE, prompt, value });
  return group?.trim() || undefined;
}

/** What is selected in the editor, where it could be an id. */
function selectedText(): string {
  const editor = window.activeTextEditor;
  const selected = editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection) : '';
  return /^\S{1,249}$/.test(selected) ? selected : '';
}

async function pickGroup(known: readonly KnownGroup[], value: string): Promise<string | undefined> {
  const items = known.map(({ id, description }) => ({ label: id, description, id }));
  const list = createPick(TITLE, l10n.t('Choose a group, or write the id of another and press Enter'), items);
  list.matchOnDescription = true;
  list.value = value;
  const answer = await answerOf(list);
  return answer?.item?.id ?? (answer?.value.trim() || undefined);
}
