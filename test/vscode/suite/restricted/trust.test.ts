import { deepEqual, equal, ok } from 'node:assert/strict';
import { commands, extensions, workspace } from 'vscode';
import { actionsAt, take } from '../support/actions';
import { EXTENSION_ID } from '../support/extension';
import { open, rangeOf } from '../support/files';
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

  it('has findings and fixes all the same', async () => {
    const { document } = await open('clients/producer.properties');
    await findings(document.uri);
    ok(rulesAt(document.uri).includes('producer/no-batching'));
    await take(await actionsAt(document, rangeOf(document, 'acks=1')), 'Set acks to all');
    ok(document.getText().includes('\nacks=all\n'));
  });
});
