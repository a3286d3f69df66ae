import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { commands, window, workspace } from 'vscode';
import { uriOf } from '../support/files';
import { connectToCluster, exported, exportFile, lags } from '../support/lagCluster';
import { untilTab } from '../support/until';

const ALL = ['a-little orders-0 3', 'behind orders-0 380', 'behind orders-1 0', 'done orders-0 0'];

const clusters = () => workspace.getConfiguration('kafkaLint').get<{ name: string }[]>('clusters') ?? [];

describe('the sidebar of a real cluster', () => {
  let name: string;

  before(async () => {
    name = await connectToCluster();
    deepEqual(
      clusters().map((one) => one.name),
      [name],
    );
  });

  it('keeps the password out of the settings', async () => {
    const file = new TextDecoder().decode(await workspace.fs.readFile(uriOf('lag/client.properties')));
    const password = /password="([^"]+)"/.exec(file)?.[1];
    ok(password, 'The file has one.');
    const { globalValue, ...elsewhere } = workspace.getConfiguration('kafkaLint').inspect('clusters') ?? {};
    ok(JSON.stringify(globalValue).includes('SCRAM-SHA-512'));
    ok(!JSON.stringify([globalValue, elsewhere, workspace.getConfiguration('kafkaLint')]).includes(password));
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
    await commands.executeCommand('kafkaLint.disconnect', name);
    await workspace.fs.delete(exportFile());
    await commands.executeCommand('kafkaLint.exportLag', exportFile());
    await rejects(async () => workspace.fs.stat(exportFile()));
    await commands.executeCommand('notifications.clearAll');
  });
});
