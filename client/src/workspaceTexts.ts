import { type CancellationToken, FileType, type Uri, workspace } from 'vscode';
import { isCode } from '../../server/src/protocol/files';
import { isSelected } from './clientOptions';

/** The text of a file of the workspace, as requests to the server take it. */
export interface WorkspaceText {
  readonly uri: string;
  readonly text: string;
  readonly languageId?: string;
}

/** Copies that a build makes, and what others have written. VS Code leaves out what `files.exclude` names besides. */
const EXCLUDE = '**/{node_modules,bower_components,vendor,target,build,dist,out,.git,.gradle,.venv}/**';

/** More files of one pattern than this are not looked at. */
const MAX_FILES = 10_000;

/** In bytes; configuration and the code around it are far shorter. */
const MAX_SIZE = 1_000_000;

/** So many files are read at a time. */
const AT_ONCE = 32;

/** Whether a text may be what is looked for; `code` is true for programs. */
type Wanted = (text: string, code: boolean) => boolean;

/** The texts of the workspace that fit; open documents count as they are on the screen. */
export async function workspaceTexts(
  patterns: readonly string[],
  isWanted: Wanted,
  token: CancellationToken,
): Promise<WorkspaceText[]> {
  const open = workspace.textDocuments.filter(isSelected);
  const found: WorkspaceText[] = open
    .filter((document) => isWanted(document.getText(), false))
    .map((document) => ({ uri: document.uri.toString(), text: document.getText(), languageId: document.languageId }));
  const known = new Set(open.map(({ uri }) => uri.toString()));
  const lists = await Promise.all(patterns.map((pattern) => workspace.findFiles(pattern, EXCLUDE, MAX_FILES, token)));
  const files = new Map(lists.flat().map((uri) => [uri.toString(), uri]));
  const unread = [...files.values()].filter((uri) => !known.has(uri.toString()));
  for (let at = 0; at < unread.length && !token.isCancellationRequested; at += AT_ONCE) {
    const texts = await Promise.all(unread.slice(at, at + AT_ONCE).map((uri) => read(uri, isWanted)));
    found.push(...texts.flatMap((text) => text ?? []));
  }
  return found;
}

async function read(uri: Uri, isWanted: Wanted): Promise<WorkspaceText | undefined> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if ((type & FileType.File) === 0 || size > MAX_SIZE) return undefined;
    const bytes = await workspace.fs.readFile(uri);
    const text = new TextDecoder().decode(bytes);
    return isWanted(text, isCode(uri.path)) ? { uri: uri.toString(), text } : undefined;
  } catch {
    // A file that has gone meanwhile, or that may not be read, says nothing.
    return undefined;
  }
}
