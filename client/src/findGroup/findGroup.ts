import * as l10n from '@vscode/l10n';
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
  const title = l10n.t('Looking for the group {0}', group);
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
    description: l10n.t('line {0}, {1}', place.range.start.line + 1, place.role),
    detail:
      place.findings.length === 0 ? l10n.t('nothing found') : place.findings.map(({ effect }) => effect).join('; '),
    place,
  }));
  const list = createPick(
    l10n.t('{0} is configured in {1} places', group, places.length),
    l10n.t('Which of them?'),
    items,
  );
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
  await showInformation(
    l10n.t('{0} sets {1} for {2}, and nothing in it was found that slows a consumer down.', file, key, group),
  );
}

/** The group may be named by files of a kind that is not read: which those are is half of the answer. */
async function tellOfNone(group: string): Promise<void> {
  const files = await filesNaming(group);
  const [search, open] = [l10n.t('Search in Files'), l10n.t('Open It')];
  const [first, ...others] = files;
  const message = first
    ? namedBy(group, workspace.asRelativePath(first), others.length)
    : l10n.t('No file of the workspace consumes as {0}. Its id may come from the environment.', group);
  const choice = await showInformation(message, ...(first ? [open] : []), search);
  if (choice === open && first) await window.showTextDocument(first);
  if (choice === search) {
    await commands.executeCommand('workbench.action.findInFiles', { query: group, triggerSearch: true });
  }
}

function namedBy(group: string, file: string, others: number): string {
  if (others === 0) return l10n.t('No configuration that is read consumes as {0}, but {1} names it.', group, file);
  return others === 1
    ? l10n.t('No configuration that is read consumes as {0}, but {1} and 1 other file name it.', group, file)
    : l10n.t(
        'No configuration that is read consumes as {0}, but {1} and {2} other files name it.',
        group,
        file,
        others,
      );
}

/** Files of any kind with the id in their text. */
function filesNaming(group: string): Thenable<readonly Uri[]> {
  return withProgress(l10n.t('Looking for {0} in other files', group), async (_, token) => {
    const texts = await workspaceTexts(['**/*'], (text) => text.includes(group), token);
    return texts.map(({ uri }) => Uri.parse(uri));
  });
}

function toRange({ start, end }: WireRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
