import { jsonText } from '../escape/json';
import { describeFindings } from '../features/assistant/describeFindings';
import { explainKey } from '../features/assistant/explainKey';
import { suggestFixes } from '../features/assistant/suggestFixes';
import { ROLES } from '../model/scope';
import { ASSIST, type AssistParams, type AssistResult } from '../protocol/protocol';
import type { LanguageFeature, ServerContext } from './context';

/** Answers what an assistant in the editor asks; it is given no more of a file than its findings and fixes. */
export const assist: LanguageFeature = {
  capabilities: () => ({}),
  register(context) {
    context.connection.onRequest(ASSIST, (params: AssistParams) => answer(context, params));
  },
};

async function answer(context: ServerContext, params: AssistParams): Promise<AssistResult> {
  if (params.tool === 'explainKey') {
    const role = ROLES.find((one) => one === params.role);
    return explainKey(params.key, role, params.kafkaVersion) ?? null;
  }
  const { uri, text, languageId } = params.file;
  const analysis = await context.analysisOfText(uri, text, languageId);
  if (!analysis) return null;
  const { document, settings, parse } = analysis;
  if (params.tool === 'lint') return jsonText(describeFindings(document, settings.lint));
  const { fixedText: _, ...edits } = suggestFixes(document, settings.lint, parse);
  return jsonText(edits);
}
