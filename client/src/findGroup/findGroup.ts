import { commands, Range, type TextEditor, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { filePatterns } from '../../../server/src/protocol/files';
import {
  FIND_GROUP,
  type FindGroupParams,
  type FindGroupResult,
  type GroupPlace,
  type WireRange,
} from '../../../server/src/protocol/protocol';
import type { CommandContext } from '../commands/context';
import { showInformation } from '../shown/messages';
import { answerOf, createPick } from '../shown/picks';
import { withProgress } from '../shown/progress';
import { workspaceTexts } from '../workspaceTexts';
import { askGroup } from './askGroup';
import { mayName } from './mayName';
import { pickCause } from './pickCause';

/**
 * From lag to cause: opens the place of the workspace that configures a consumer group, and shows what there may make
 * it slow. `wanted` is the group's id, or a node of a tree that has it; without it a person is asked.
 */
export async function findGroup(context: CommandContext, wanted: unknown): Promise<void> {
  const group = groupIdOf(wanted) ?? (await askGroup(context.knownGroups.list()));
  if (!group) return;
  const client = await context.server.client();
  const places = await search(client, group);
  if (!places) return;
  const place = places.length > 1 ? await pickPlace(group, places) : places[0];
  if (place) await showPlace(client, group, place);
  else if (places.length === 0) await tellOfNone(group);
}

function groupIdOf(wanted: unknown): string | undefined {
  if (typeof wanted === 'string') return wanted.trim() || undefined;
  if (typeof wanted !== 'object' || wanted === null || !('groupId' in wanted)) return undefined;
  return typeof wanted.groupId === 'string' ? wanted.groupId : undefined;
}

/** Undefined when the person does not want to wait. */
function search(client: BaseLanguageClient, group: string): Thenable<FindGroupResult | undefined> {
  const title = `Looking for the group ${group}`;
  return withProgress(title, async (_, token) => {
    const files = await workspaceTexts(filePatterns(), (text, code) => mayName(text, group, code), token);
    if (token.isCancellationRequested) return undefined;
    const params: FindGroupParams = { group, files };
    const places = await client.sendRequest<FindGroupResult>(FIND_GROUP, params);
    return token.isCancellationRequested ? undefined : places;
  });
}

/** Shows each place as a person goes through the list. */
async function pickPlace(group: string, places: FindGroupResult): Promise<GroupPlace | undefined> {
  const items = places.map((place) => ({
    label: workspace.asRelativePath(Uri.parse(place.uri)),
    description: `line ${place.range.start.line + 1}, ${place.role}`,
    detail: place.findings.length === 0 ? 'nothing found' : place.findings.map(({ effect }) => effect).join('; '),
    place,
  }));
  const list = createPick(`${group} is configured in ${places.length} places`, 'Which of them?', items);
  list.matchOnDetail = true;
  list.onDidChangeActive(([active]) => active && preview(active.item.place));
  return (await answerOf(list))?.item?.place;
}

function preview({ uri, range }: GroupPlace): void {
  const options = { selection: toRange(range), preview: true, preserveFocus: true };
  // A file that has gone meanwhile is told of once it is chosen.
  window.showTextDocument(Uri.parse(uri), options).then(undefined, () => undefined);
}

/** Asks the server once more about the text that the editor has, so that places and fixes are those of this version. */
async function showPlace(client: BaseLanguageClient, group: string, { uri, range }: GroupPlace): Promise<void> {
  const editor = await window.showTextDocument(Uri.parse(uri), { selection: toRange(range) });
  const { document } = editor;
  const params: FindGroupParams = {
    group,
    files: [{ uri: document.uri.toString(), text: document.getText(), languageId: document.languageId }],
  };
  const { version } = document;
  const places = await client.sendRequest<FindGroupResult>(FIND_GROUP, params);
  const place = places.find((one) => one.range.start.line === range.start.line) ?? places[0];
  if (!place || document.version !== version) return;
  if (place.findings.length > 0) await pickCause(editor, group, place.findings);
  else await tellOfNothing(editor, group, place);
}

async function tellOfNothing({ document }: TextEditor, group: string, { key }: GroupPlace): Promise<void> {
  const file = workspace.asRelativePath(document.uri);
  await showInformation(`${file} sets ${key} for ${group}, and nothing in it was found that slows a consumer down.`);
}

/** The group may be named by files of a kind that is not read: which those are is half of the answer. */
async function tellOfNone(group: string): Promise<void> {
  const files = await filesNaming(group);
  const [search, open] = ['Search in Files', 'Open It'];
  const [first, ...others] = files;
  const more = others.length > 0 ? ` and ${others.length === 1 ? '1 other file' : `${others.length} other files`}` : '';
  const message = first
    ? `No configuration that is read consumes as ${group}, but ${workspace.asRelativePath(first)}${more} names it.`
    : `No file of the workspace consumes as ${group}. Its id may come from the environment.`;
  const choice = await showInformation(message, ...(first ? [open] : []), search);
  if (choice === open && first) await window.showTextDocument(first);
  if (choice === search) {
    await commands.executeCommand('workbench.action.findInFiles', { query: group, triggerSearch: true });
  }
}

/** Files of any kind with the id in their text. */
function filesNaming(group: string): Thenable<readonly Uri[]> {
  return withProgress(`Looking for ${group} in other files`, async (_, token) => {
    const texts = await workspaceTexts(['**/*'], (text) => text.includes(group), token);
    return texts.map(({ uri }) => Uri.parse(uri));
  });
}

function toRange({ start, end }: WireRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
