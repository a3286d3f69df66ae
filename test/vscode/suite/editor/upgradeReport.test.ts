import { equal, match, ok } from 'node:assert/strict';
import { commands, type DocumentLink, window } from 'vscode';
import { openWith } from '../support/files';

const TEXT = 'broker.id=1\nzookeeper.connect=zk-1:2181\nlog.dirs=/var/lib/kafka\n';

describe('The report of an upgrade', () => {
  it('lists what the version changes, with links to the places', async () => {
    const { document } = await openWith('upgrade/server.properties', TEXT);
    await commands.executeCommand('kafkaLint.upgradeReport', '4.1');
    const report = window.activeTextEditor?.document;
    equal(report?.uri.scheme, 'kafka-lint-upgrade');
    match(report?.getText() ?? '', /^# Upgrade to Kafka 4\.1$/m);
    match(report?.getText() ?? '', /ZooKeeper mode is gone since Kafka 4\.0/);
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', report?.uri);
    const wanted = document.uri.with({ fragment: 'L2' }).toString();
    ok(
      links.some(({ target }) => target?.toString() === wanted),
      links.map(({ target }) => target?.toString()).join(),
    );
    await commands.executeCommand('workbench.action.closeAllEditors');
  });
});
