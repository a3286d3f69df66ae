import { basename, dirname, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { type TextDocument, Uri, window, workspace } from 'vscode';
import type { ExplainedError } from '../../../server/src/cluster/explain/errorFacts';
import { type ConnectionImport, importConnection } from '../../../server/src/connection/import/importConnection';
import { importKafkaJs } from '../../../server/src/connection/import/kafkaJs';
import { HOST_CHECK } from '../../../server/src/connection/import/tls';
import { isCode } from '../../../server/src/protocol/files';
import { askInDialog, showError, showInformation, showWarning } from '../shown/messages';
import { chooseScope, connectionScopes } from './codeScopes';
import type { ConnectionContext } from './context';
import { draftOf, type FilledIn } from './draft';
import { fillIn, keep, save, tryOut } from './editCluster';
import { draftOfRest, refusalText, wholeConnection, withHostCheck } from './fileImport';
import { isTrustedHere } from './trust';

/** What became of the wish, for whoever runs the command. */
export type FileOutcome =
  | { readonly kind: 'connected'; readonly name: string }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'none' };

/**
 * Connects as a .properties file says, or as the options of a client in code do: the file of the URI, or that in the
 * active editor. `line` says which options when there are several.
 */
export async function connectWithFile(
  context: ConnectionContext,
  wanted: unknown,
  line: unknown,
): Promise<FileOutcome> {
  const uri = wanted instanceof Uri ? wanted : window.activeTextEditor?.document.uri;
  if (!uri || !isTrustedHere()) return { kind: 'none' };
  const document = await workspace.openTextDocument(uri);
  const found = await readConnection(context, document, typeof line === 'number' ? line : undefined);
  if (!found) return { kind: 'none' };
  const filledIn = wholeConnection(found, context.store.list().clusters);
  if (!filledIn) {
    void offerRest(context, found, uri);
    return { kind: 'refused', reasons: found.refusals.map(({ reason }) => reason) };
  }
  return connectAs(context, context.store.isApproved(filledIn.settings) ? filledIn : withHostCheck(filledIn), filledIn);
}

/** `wanted` is what the file says, which may be less careful than `tried`. */
async function connectAs(context: ConnectionContext, tried: FilledIn, wanted: FilledIn): Promise<FileOutcome> {
  const result = await tryOut(context, tried);
  if (result.kind === 'cancelled') return { kind: 'none' };
  if (result.kind === 'failed') {
    if (result.error.isOtherHost && tried !== wanted) void offerUnchecked(context, wanted, result.error);
    else void offerAfter(context, tried, result.error);
    return { kind: 'failed', reason: result.error.message };
  }
  await keep(context, tried, result);
  return { kind: 'connected', name: tried.settings.name };
}

async function readConnection(
  { server }: ConnectionContext,
  document: TextDocument,
  line: number | undefined,
): Promise<ConnectionImport | undefined> {
  if (!isCode(document.uri.path, document.languageId)) {
    return importConnection(document.getText(), (path) => resolve(dirname(document.uri.fsPath), path));
  }
  const scopes = await connectionScopes(await server.client(), document);
  if (scopes.length === 0) void showInformation(l10n.t('No options of a Kafka client were found in this file.'));
  const scope = await chooseScope(scopes, document, line);
  return scope && importKafkaJs(scope);
}

/** A file alone does not bring a password to a server that shows somebody else's certificate: a person has to say so. */
async function offerUnchecked(
  context: ConnectionContext,
  wanted: FilledIn,
  { message }: ExplainedError,
): Promise<void> {
  const [unchecked, edit] = [l10n.t('Connect Without Check'), l10n.t('Edit')];
  const choice = await showWarning(
    l10n.t('{0} The file turns this check off ({1} is empty); it was made all the same.', message, HOST_CHECK),
    unchecked,
    edit,
  );
  if (choice === unchecked) await connectAs(context, wanted, wanted);
  if (choice === edit)
    await fillIn(context, l10n.t('Connect With This File'), draftOf(wanted.settings, wanted.secrets));
}

/** Nobody waits for these: the command has ended, and the message stays for as long as it is read. */
async function offerRest(context: ConnectionContext, found: ConnectionImport, uri: Uri): Promise<void> {
  const [fill, details] = [l10n.t('Fill In Here'), l10n.t('Show All')];
  const { message, detail } = refusalText(found.refusals);
  const hasMore = found.refusals.length > 1 || found.refusals.some(({ remedy }) => remedy);
  let choice = await showWarning(message, fill, ...(hasMore ? [details] : []));
  if (choice === details) {
    choice = await askInDialog('warning', l10n.t('The file does not say all of a connection.'), detail, fill);
  }
  if (choice !== fill) return;
  const draft = draftOfRest(found, context.store.list().clusters, basename(uri.fsPath));
  await fillIn(context, l10n.t('Connect With This File'), draft);
}

async function offerAfter(context: ConnectionContext, filledIn: FilledIn, error: ExplainedError): Promise<void> {
  const [edit, saveAnyway] = [l10n.t('Edit'), l10n.t('Save Anyway')];
  const choice = await showError(`${error.message} ${error.whatToDo}`.trim(), edit, saveAnyway);
  const { name } = filledIn.settings;
  const replaces = context.store.find(name) ? name : undefined;
  if (choice === edit)
    await fillIn(context, l10n.t('Connect With This File'), draftOf(filledIn.settings, filledIn.secrets), replaces);
  if (choice === saveAnyway) await save(context, filledIn, replaces);
}
