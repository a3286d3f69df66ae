import * as l10n from '@vscode/l10n';
import { ConfigurationTarget, commands, type ExtensionContext, Uri, workspace } from 'vscode';
import type { Cluster } from '../../../server/src/cluster/cluster';
import type { ConnectionOptions } from '../../../server/src/cluster/connection';
import type { CommandContext } from '../commands/context';
import { COMMANDS } from '../names';
import { showWarning } from '../shown/messages';
import { connect, disconnect, edit, removeCluster } from './clusterCommands';
import { type ClusterStore, createClusterStore } from './clusterStore';
import { Connections } from './connections';
import { showConnectLens } from './connectLens';
import { connectWithFile } from './connectWithFile';
import type { ConnectionContext } from './context';
import { addCluster } from './editCluster';

/** The section and the name of the setting that holds clusters. */
const [SECTION, CLUSTERS] = ['kafkaLint', 'clusters'] as const;

const WANTED = 'kafkaLint.wantedClusters';

/** The clusters, and the commands that add, change and connect them. Connects to nothing by itself: that is `resume`. */
export function registerConnections({ extension, server, infos }: CommandContext): Connections {
  const store = createStore(extension);
  const tools = { open, readText };
  const connections = new Connections({
    ...tools,
    store,
    isTrusted: () => workspace.isTrusted,
    wanted: {
      get: () => extension.workspaceState.get<readonly string[]>(WANTED, []),
      set: (names) => void extension.workspaceState.update(WANTED, names),
    },
  });
  const context: ConnectionContext = { store, connections, tools, server };
  const handlers: Readonly<Record<string, (wanted: unknown, line: unknown) => unknown>> = {
    [COMMANDS.addCluster]: () => addCluster(context),
    [COMMANDS.editCluster]: (wanted) => edit(context, wanted),
    [COMMANDS.removeCluster]: (wanted) => removeCluster(context, wanted),
    [COMMANDS.connect]: (wanted) => connect(context, wanted),
    [COMMANDS.disconnect]: (wanted) => disconnect(context, wanted),
    [COMMANDS.disconnectThis]: (wanted) => disconnect(context, wanted),
    [COMMANDS.editThis]: (wanted) => edit(context, wanted),
    [COMMANDS.removeThis]: (wanted) => removeCluster(context, wanted),
    [COMMANDS.connectWithFile]: (wanted, line) => connectWithFile(context, wanted, line),
  };
  for (const [command, handler] of Object.entries(handlers)) {
    extension.subscriptions.push(commands.registerCommand(command, handler));
  }
  const changed = workspace.onDidChangeConfiguration((event) => {
    if (!event.affectsConfiguration(`${SECTION}.${CLUSTERS}`)) return;
    connections.refreshSettings();
    void tellProblems(store.list().problems);
  });
  extension.subscriptions.push(connections, changed, ...showConnectLens(server, infos));
  return connections;
}

/** Whoever has just changed the setting by hand is told what is wrong with it. */
async function tellProblems(problems: readonly string[]): Promise<void> {
  if (problems.length === 0) return;
  const open = l10n.t('Open the Setting');
  const choice = await showWarning(l10n.t('In {0}.{1}: {2}', SECTION, CLUSTERS, problems.join(' ')), open);
  if (choice === open) await commands.executeCommand('workbench.action.openSettingsJson');
}

/** The user's own settings alone: a workspace must not say where a password goes. */
function createStore({ secrets, globalState }: ExtensionContext): ClusterStore {
  const setting = {
    read: (): unknown => workspace.getConfiguration(SECTION).inspect(CLUSTERS)?.globalValue,
    async write(clusters: readonly unknown[]): Promise<void> {
      await workspace.getConfiguration(SECTION).update(CLUSTERS, clusters, ConfigurationTarget.Global);
    },
  };
  return createClusterStore(setting, secrets, globalState);
}

/** Kafka's protocol is loaded with the first connection rather than with every window. */
async function open(options: ConnectionOptions): Promise<Cluster> {
  const { openCluster } = await import('../../../server/src/cluster/cluster');
  return openCluster(options);
}

async function readText(path: string): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(Uri.file(path)));
}
