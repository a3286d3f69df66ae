import { deepEqual, equal, match } from 'node:assert/strict';
import { commands, extensions } from 'vscode';
import { EXTENSION_ID } from '../support/extension';
import { openWith } from '../support/files';
import { findings } from '../support/findings';
import { untilTab } from '../support/until';

const TEXT = 'bootstrap.servers=kafka:9092\nacks=1\nenable.idempotence=true\nbatch.size=0\n';
const CONFLICT = 'producer/idempotence-conflict';

describe('commands', () => {
  it('are all there that the palette offers', async () => {
    await extensions.getExtension(EXTENSION_ID)?.activate();
    const manifest = extensions.getExtension(EXTENSION_ID)?.packageJSON;
    const there = new Set(await commands.getCommands(true));
    const missing = manifest.contributes.commands.filter(({ command }: { command: string }) => !there.has(command));
    deepEqual(missing, []);
  });

  it('fix all safe problems of the active file', async () => {
    const { document } = await openWith('command/producer.properties', TEXT);
    await findings(document.uri, (rules) => rules.includes(CONFLICT));
    await commands.executeCommand('kafkaLint.fixAll');
    await findings(document.uri, (rules) => !rules.includes(CONFLICT));
    match(document.getText(), /^acks=all$/m);
  });

  it('explain a rule on a page', async () => {
    await commands.executeCommand('kafkaLint.explainRule', 'producer/no-batching');
    await untilTab(/no-batching/);
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('restart the server, which finds the same again', async () => {
    const { document } = await openWith('restart/producer.properties', TEXT);
    const before = await findings(document.uri);
    await commands.executeCommand('kafkaLint.restartServer');
    const after = await findings(document.uri, (rules) => rules.length === before.length);
    equal(after.length, before.length);
    await openWith('restarted/producer.properties', TEXT);
  });
});
