import * as l10n from '@vscode/l10n';
import { commands, languages, type QuickPickItem, Uri, window } from 'vscode';
import { CHOICES, type Choices } from '../../../server/src/protocol/protocol';
import { DIAGNOSTIC_SOURCE } from '../names';
import { pickOne } from '../shown/picks';
import type { CommandContext } from './context';

/** Shows the page of a rule; without a rule it asks for one, those of the active file first. */
export async function explainRule(context: CommandContext, wanted: unknown): Promise<void> {
  const rule = typeof wanted === 'string' ? wanted : (ruleOf(wanted) ?? (await pickRule(context)));
  if (!rule || !/^[a-z-]+\/[a-z0-9-]+$/.test(rule)) return;
  const page = Uri.joinPath(context.extension.extensionUri, 'docs', 'rules', `${rule}.md`);
  await commands.executeCommand('markdown.showPreview', page);
}

/** Of a node of a view. */
function ruleOf(node: unknown): string | undefined {
  const { rule } = Object(node) as Readonly<Record<string, unknown>>;
  return typeof rule === 'string' ? rule : undefined;
}

async function pickRule({ server }: CommandContext): Promise<string | undefined> {
  const client = await server.client();
  const { rules } = await client.sendRequest<Choices>(CHOICES);
  const found = rulesOfActiveFile();
  const items = rules
    .map(
      ({ id, summary }): QuickPickItem => ({
        label: id,
        detail: summary,
        description: found.has(id) ? l10n.t('in this file') : '',
      }),
    )
    .sort((a, b) => Number(found.has(b.label)) - Number(found.has(a.label)));
  const picked = await pickOne(items, { placeHolder: l10n.t('Which rule?'), matchOnDetail: true });
  return picked?.label;
}

function rulesOfActiveFile(): Set<string> {
  const document = window.activeTextEditor?.document;
  const diagnostics = document ? languages.getDiagnostics(document.uri) : [];
  return new Set(
    diagnostics.flatMap(({ source, code }) => {
      const id = typeof code === 'object' ? code.value : code;
      return source === DIAGNOSTIC_SOURCE && typeof id === 'string' ? [id] : [];
    }),
  );
}
