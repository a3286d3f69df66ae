import type { CancellationToken } from 'vscode-languageserver';
import { type ChecklistLine, checklistOf } from '../checklist/checklist';
import { type Evidence, evidenceOf } from '../checklist/evidence';
import type { WireRange } from '../protocol/protocol';
import { CHECKLIST, type WireChecklist, type WireChecklistLine } from '../protocol/workspaceMessages';
import type { LanguageFeature, ServerContext } from './context';
import { toRange } from './convert';

/** More files than people configure Kafka in; what is beyond decides no line. */
const MOST_FILES = 2000;

/** Says what the files of the workspace tell of what people check before production. */
export const checklist: LanguageFeature = {
  capabilities: () => ({}),
  register(context) {
    context.connection.onRequest(CHECKLIST, (_: object, token: CancellationToken) => read(context, token));
  },
};

async function read(context: ServerContext, token: CancellationToken): Promise<WireChecklist> {
  const { project } = context;
  const uris = [...project.index.uris()].sort().slice(0, MOST_FILES);
  const ranges = new Map<Evidence, WireRange>();
  for (const uri of uris) {
    if (token.isCancellationRequested) break;
    const analysis = await context.analysisOfFile(uri);
    if (!analysis) continue;
    const { document, source } = analysis;
    for (const one of evidenceOf(document, analysis.lint().findings)) ranges.set(one, toRange(source, one.span));
  }
  const { lines } = checklistOf([...ranges.keys()]);
  return {
    isReading: project.result() === undefined,
    files: uris.length,
    lines: lines.map((line) => toWire(line, line.decided && ranges.get(line.decided))),
  };
}

function toWire({ decided, ...line }: ChecklistLine, range: WireRange | undefined): WireChecklistLine {
  return {
    ...line,
    ...(decided && range && { place: { uri: decided.uri, range } }),
    ...(decided?.rule !== undefined && { rule: decided.rule }),
    ...(decided?.fix !== undefined && { fix: decided.fix }),
  };
}
