import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { commands, Uri, window, workspace } from 'vscode';
import { open } from '../support/files';
import { untilTab } from '../support/until';

interface Row {
  readonly group: string;
  readonly state: string;
  readonly topic: string;
  readonly partition: number;
  readonly lag: string | null;
}

function exportFile(): Uri {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  ok(folder);
  return Uri.joinPath(folder, 'lag', 'export.json');
}

/** What the sidebar shows now, by way of an export. */
async function exported(): Promise<readonly Row[]> {
  await commands.executeCommand('kafkaLint.exportLag', exportFile());
  return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(exportFile())));
}

function lags(rows: readonly Row[]): readonly string[] {
  return rows.map(({ group, topic, partition, lag }) => `${group} ${topic}-${partition} ${lag}`).sort();
}

const ALL = ['a-little orders-0 3', 'behind orders-0 380', 'behind orders-1 0', 'done orders-0 0'];

describe('the sidebar of a real cluster', () => {
  before(async () => {
    await open('lag/client.properties');
    deepEqual(await commands.executeCommand('kafkaLint.connectWithFile'), {
      kind: 'connected',
      name: (workspace.getConfiguration('kafkaLint').get<{ name: string }[]>('clusters') ?? [])[0]?.name,
    });
    await commands.executeCommand('kafkaLint.lag.focus');
  });

  it('shows the groups and their lag, to the message', async () => {
    deepEqual(lags(await exported()), ALL);
  });

  it('refreshes at once when it is told to', async () => {
    await commands.executeCommand('kafkaLint.refreshLag');
    deepEqual(lags(await exported()), ALL);
  });

  it('filters by group', async () => {
    await commands.executeCommand('kafkaLint.filterLag', 'beh');
    deepEqual(
      lags(await exported()),
      ALL.filter((row) => row.startsWith('behind')),
    );
    await commands.executeCommand('kafkaLint.clearLagFilter');
    equal((await exported()).length, ALL.length);
  });

  it('opens a chart, and the same one again', async () => {
    const charts = (): number =>
      window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ label }) => label === 'Lag of 3 groups').length;
    await commands.executeCommand('kafkaLint.openLagChart');
    await untilTab(/^Lag of 3 groups$/);
    await commands.executeCommand('kafkaLint.openLagChart');
    equal(charts(), 1);
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('has nothing left to show once it is disconnected', async () => {
    const [cluster] = workspace.getConfiguration('kafkaLint').get<{ name: string }[]>('clusters') ?? [];
    await commands.executeCommand('kafkaLint.disconnect', cluster?.name);
    await workspace.fs.delete(exportFile());
    await commands.executeCommand('kafkaLint.exportLag', exportFile());
    await rejects(async () => workspace.fs.stat(exportFile()));
    await commands.executeCommand('notifications.clearAll');
  });
});
