import { deepEqual, equal, ok } from 'node:assert/strict';
import { ConfigurationTarget, commands, extensions, workspace } from 'vscode';
import { actionsAt, take } from '../support/actions';
import { openDoor } from '../support/door';
import { EXTENSION_ID } from '../support/extension';
import { open, openWith, rangeOf } from '../support/files';
import { findings, rulesAt } from '../support/findings';

describe('Restricted Mode', () => {
  it('is what this window is in', () => {
    equal(workspace.isTrusted, false);
  });

  it('leaves the extension enabled', () => {
    ok(extensions.getExtension(EXTENSION_ID), `${EXTENSION_ID} is disabled`);
  });

  it('connects to no cluster', async () => {
    await open('clients/consumer.properties');
    deepEqual(await commands.executeCommand('kafkaLint.connectWithFile'), { kind: 'none' });
    await commands.executeCommand('notifications.clearAll');
  });

  it('knocks at no door, though a person asks for it', async () => {
    const door = await openDoor();
    const setting = workspace.getConfiguration('kafkaLint');
    const cluster = { name: 'mine', bootstrapServers: [door.address], securityProtocol: 'PLAINTEXT' };
    await setting.update('clusters', [cluster], ConfigurationTarget.Global);
    const { document } = await openWith(
      'mine/client.properties',
      `bootstrap.servers=${door.address}\nclient.id=mine\n`,
    );
    deepEqual(await commands.executeCommand('kafkaLint.connectWithFile', document.uri), { kind: 'none' });
    await commands.executeCommand('kafkaLint.lag.focus');
    await commands.executeCommand('kafkaLint.connect', 'mine');
    await commands.executeCommand('kafkaLint.refreshLag');
    equal(await door.knocks(), 0);
    await setting.update('clusters', undefined, ConfigurationTarget.Global);
    await commands.executeCommand('notifications.clearAll');
    await door.close();
  });

  it('has findings and fixes all the same', async () => {
    const { document } = await open('clients/producer.properties');
    await findings(document.uri);
    ok(rulesAt(document.uri).includes('producer/no-batching'));
    await take(await actionsAt(document, rangeOf(document, 'acks=1')), 'Set acks to all');
    ok(document.getText().includes('\nacks=all\n'));
  });
});
