import type { Command } from 'vscode-languageserver';
import type { LanguageFeature, ServerContext } from './context';

/** The server's own command, for clients that have none but can show a document. */
const SHOW_RULE = 'kafkaLint.server.showRule';

/** Shows a rule's page on request. */
export const showRule: LanguageFeature = {
  capabilities: ({ showDocument }, options) =>
    showDocument && !options.showRuleCommand ? { executeCommandProvider: { commands: [SHOW_RULE] } } : {},
  register(context) {
    const { connection, client, options } = context;
    if (!client.showDocument || options.showRuleCommand) return;
    connection.onExecuteCommand(async ({ command, arguments: [rule] = [] }) => {
      const uri = command === SHOW_RULE && typeof rule === 'string' ? context.rulePage(rule) : undefined;
      if (uri) await connection.window.showDocument({ uri, external: !uri.startsWith('file:'), takeFocus: true });
    });
  },
};

/** The command that shows the rule's page in this client; undefined where no client and no page can. */
export function showRuleCommand({ client, options, rulePage }: ServerContext, rule: string): Command | undefined {
  const title = `Explain ${rule}`;
  if (options.showRuleCommand) return { title, command: options.showRuleCommand, arguments: [rule] };
  if (client.showDocument && rulePage(rule)) return { title, command: SHOW_RULE, arguments: [rule] };
  return undefined;
}
