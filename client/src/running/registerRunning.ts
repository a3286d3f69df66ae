import * as l10n from '@vscode/l10n';
import { commands, EventEmitter, type ExtensionContext, env, Uri, window, workspace } from 'vscode';
import { CLUSTER_SCHEME, type RunningName, runningName } from '../../../server/src/protocol/runningUri';
import type { Connections } from '../connections/connections';
import { COMMANDS } from '../names';
import { showInformation } from '../shown/messages';
import { partOf } from './nodes';
import { runningContent } from './runningContent';
import { runningUri } from './runningUri';

/** Documents of what brokers and topics of connected clusters run with, and the commands that open them. */
export function registerRunning(
  { subscriptions }: Pick<ExtensionContext, 'subscriptions'>,
  connections: Connections,
): void {
  const changed = new EventEmitter<Uri>();
  subscriptions.push(
    changed,
    workspace.registerTextDocumentContentProvider(CLUSTER_SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: ({ path }) => {
        const wanted = runningName(path);
        return wanted ? runningContent(wanted, connections) : '';
      },
    }),
    commands.registerCommand(COMMANDS.openConfiguration, async (node: unknown) => {
      const part = partOf(node);
      if (!part) return;
      const uri = uriOf(part, connections);
      // A document that is still open would be shown as it was read then.
      changed.fire(uri);
      await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
    }),
    commands.registerCommand(COMMANDS.copyClusterCommand, async (text: unknown) => {
      if (typeof text !== 'string') return;
      await env.clipboard.writeText(text);
      void showInformation(l10n.t('Copied. Nothing was changed: run it in a shell with Kafka’s tools.'));
    }),
  );
}

function uriOf(part: RunningName, { clusters }: Pick<Connections, 'clusters'>): Uri {
  return Uri.parse(runningUri(part, clusters.find(({ name }) => name === part.cluster)?.bootstrapServers ?? []));
}
