import { CATALOGUE_VERSIONS } from '../catalogue/catalogue';
import { directiveEdits } from '../features/directiveEdits';
import { speaksOfKafka, summaryOf } from '../features/documentInfo';
import { formatOfDocument, parseDocument, renderEdits } from '../formats/registry';
import { ROLES } from '../model/scope';
import {
  CHOICES,
  type Choices,
  DIRECTIVE_EDIT,
  type DirectiveEditParams,
  type DirectiveEditResult,
  DOCUMENT_INFO,
  type DocumentInfo,
  type DocumentInfoParams,
  type DocumentInfoResult,
  STATUS,
  type StatusParams,
} from '../protocol/protocol';
import { RULES } from '../rules/index.generated';
import type { Analysis } from '../workspace/analysis';
import { pathOf } from '../workspace/uris';
import type { LanguageFeature, ServerContext } from './context';
import { toTextEdits } from './convert';

/** What the client shows beside the text, and what its commands ask for. */
export const status: LanguageFeature = {
  capabilities: () => ({}),
  register(context) {
    const { connection } = context;
    connection.onRequest(DOCUMENT_INFO, async ({ uri }: DocumentInfoParams): Promise<DocumentInfoResult> => {
      const analysis = await context.analysisOf(uri);
      return analysis ? infoOf(analysis) : null;
    });
    connection.onRequest(
      CHOICES,
      (): Choices => ({
        roles: ROLES,
        versions: CATALOGUE_VERSIONS.toReversed(),
        rules: RULES.map(({ id, summary }) => ({ id, summary })),
      }),
    );
    connection.onRequest(DIRECTIVE_EDIT, (params: DirectiveEditParams) => directiveEdit(context, params));
    if (context.options.status) sendStatus(context);
  },
};

/** Tells of a document what has changed since it was told last, once its newest version can be looked at. */
function sendStatus(context: ServerContext): void {
  const { connection, documents } = context;
  const told = new Map<string, string>();
  const waiting = new Set<string>();
  const tell = async (uri: string): Promise<void> => {
    waiting.delete(uri);
    const analysis = await context.analysisOf(uri);
    if (!documents.get(uri)) return;
    const params = (analysis && infoOf(analysis)) ?? noInfoOf(context, uri);
    const text = JSON.stringify(params);
    if (told.get(uri) === text) return;
    told.set(uri, text);
    await connection.sendNotification(STATUS, params);
  };
  const schedule = (uri: string): void => {
    if (waiting.has(uri)) return;
    waiting.add(uri);
    setTimeout(
      () => void tell(uri).catch((error: unknown) => context.log.error('Sending the status failed', error)),
      0,
    );
  };
  documents.onDidChangeContent(({ document }) => schedule(document.uri));
  documents.onDidClose(({ document }) => told.delete(document.uri));
  context.onSettings(() => documents.keys().forEach(schedule));
}

/** What the settings leave out is not told of, though it could be read. */
function noInfoOf({ documents }: ServerContext, uri: string): StatusParams {
  const source = documents.get(uri);
  const [path, text, languageId] = [pathOf(uri), source?.getText() ?? '', source?.languageId ?? ''];
  const isUnread =
    speaksOfKafka(path, languageId, text) && parseDocument({ uri, path, text }, languageId)?.scopes.length === 0;
  return { uri, role: null, ...(isUnread && { unread: true }) };
}

function infoOf({ document, source, settings, lint }: Analysis): DocumentInfo | null {
  const summary = summaryOf(document, lint().findings);
  if (!summary) return null;
  const { role, target, processes, findings } = summary;
  const { version, source: versionSource, file } = target;
  return {
    uri: source.uri,
    role,
    version,
    versionSource,
    ...(file && { versionFile: file }),
    ...(settings.hints.development && { development: true }),
    ...(processes && { processes }),
    findings,
  };
}

/** Also for a document that nobody has recognised as Kafka's: the directive is what makes it so. */
function directiveEdit(
  { documents }: ServerContext,
  { uri, role, version }: DirectiveEditParams,
): DirectiveEditResult | null {
  const source = documents.get(uri);
  const document = source && parseDocument({ uri, path: pathOf(uri), text: source.getText() }, source.languageId);
  if (!document || !formatOfDocument(document).comments) return null;
  const edits = directiveEdits(document, { ...(role && { role }), ...(version && { version }) });
  return { version: source.version, edits: toTextEdits(source, renderEdits(document, edits)) };
}
