import { equal, ok, rejects } from 'node:assert/strict';
import { ConfigurationTarget, commands, workspace } from 'vscode';
import { type Door, openDoor } from '../support/door';

const clusters = (value: unknown) =>
  workspace.getConfiguration('kafkaLint').update('clusters', value, ConfigurationTarget.Global);

describe('a cluster that stands in the settings', () => {
  let door: Door;
  before(async () => {
    door = await openDoor();
    const bootstrapServers = [door.address];
    await clusters([{ name: 'never asked for', bootstrapServers, securityProtocol: 'PLAINTEXT' }]);
  });
  after(async () => {
    await clusters(undefined);
    await commands.executeCommand('notifications.clearAll');
    await door.close();
  });

  it('is not connected to before a person says so, whatever else is done', async () => {
    await commands.executeCommand('kafkaLint.lag.focus');
    await commands.executeCommand('kafkaLint.cluster.focus');
    await commands.executeCommand('kafkaLint.refreshLag');
    await commands.executeCommand('kafkaLint.filterLag', 'x');
    await commands.executeCommand('kafkaLint.clearLagFilter');
    equal(await door.knocks(), 0);
    await commands.executeCommand('kafkaLint.connect', 'never asked for');
    ok((await door.knocks()) > 0, 'It is when a person does.');
  });

  it('cannot stand in the settings of a workspace, which would say where a password goes', async () => {
    const setting = workspace.getConfiguration('kafkaLint');
    await rejects(async () => setting.update('clusters', [], ConfigurationTarget.Workspace));
  });
});
