import { Uri, workspace } from 'vscode';
import { ASSIST, type AssistParams, type AssistResult, type WireFile } from '../../../server/src/protocol/protocol';
import type { Server } from '../server';

/** In characters; real configuration has a tenth of it. */
const LONGEST_TEXT = 1_000_000;
const NOT_KAFKA = 'Nothing of Kafka was recognized in this file, or linting is disabled for it.';
const RULE = /^[a-z0-9]+\/[a-z0-9-]+$/;

/** The findings or fixes of a file of the workspace, or of a text in its place, as JSON. */
export async function lintFile(
  server: Server,
  tool: 'lint' | 'fixes',
  { path, text }: { readonly path: string; readonly text?: string },
): Promise<string> {
  const file = await fileOf(path, text);
  if (typeof file === 'string') return file;
  return (await ask(server, { tool, file })) ?? NOT_KAFKA;
}

export async function explainKey(
  server: Server,
  question: { readonly key: string; readonly role?: string; readonly kafkaVersion?: string },
): Promise<string> {
  const told = await ask(server, { tool: 'explainKey', ...question });
  return told ?? `Kafka has no configuration key "${question.key}" in any covered version.`;
}

/** A rule's page, which the extension carries. */
export async function explainRule(extension: Uri, rule: string): Promise<string> {
  const none = `There is no rule "${rule}".`;
  if (!RULE.test(rule)) return none;
  const page = workspace.fs.readFile(Uri.joinPath(extension, 'docs', 'rules', `${rule}.md`));
  return page.then(
    (bytes) => new TextDecoder().decode(bytes),
    () => none,
  );
}

async function ask(server: Server, params: AssistParams): Promise<AssistResult> {
  const client = await server.client();
  return client.sendRequest<AssistResult>(ASSIST, params);
}

/** As it is on the screen where it is open, or why it is not read: only files of the workspace are. */
async function fileOf(path: string, text: string | undefined): Promise<WireFile | string> {
  const uri = uriOf(path);
  if (!uri || !workspace.getWorkspaceFolder(uri)) return `${path} is not a file of this workspace.`;
  const document = text === undefined ? await workspace.openTextDocument(uri) : undefined;
  const content = text ?? document?.getText() ?? '';
  if (content.length > LONGEST_TEXT) return `${path} is longer than ${LONGEST_TEXT} characters.`;
  return { uri: uri.toString(), text: content, ...(document && { languageId: document.languageId }) };
}

function uriOf(path: string): Uri | undefined {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return Uri.parse(path);
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) return undefined;
  return path.startsWith('/') || /^[a-z]:[\\/]/i.test(path) ? Uri.file(path) : Uri.joinPath(folder.uri, path);
}
