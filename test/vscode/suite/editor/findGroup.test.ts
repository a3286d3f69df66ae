import { equal, match } from 'node:assert/strict';
import { commands, window } from 'vscode';
import { openWith } from '../support/files';
import { acceptUntil, nextThenAcceptUntil } from '../support/quickPick';
import { until } from '../support/until';

const TEXT = [
  'bootstrap.servers=kafka:9092',
  'key.deserializer=org.apache.kafka.common.serialization.StringDeserializer',
  'value.deserializer=org.apache.kafka.common.serialization.StringDeserializer',
  'group.id=slow-readers',
  'fetch.max.bytes=1024',
  'max.poll.interval.ms=10000',
  '',
].join('\n');

describe('Find this group in the workspace', () => {
  it('opens the file that configures the group, and writes nothing until a fix is chosen', async () => {
    const { document } = await openWith('groups/consumer.properties', TEXT);
    await commands.executeCommand('workbench.action.closeAllEditors');
    const ended = commands.executeCommand('kafkaLint.findGroup', 'slow-readers');
    await until(
      () => window.activeTextEditor?.document.uri.toString() === document.uri.toString(),
      window.onDidChangeActiveTextEditor,
      () => 'The file that configures the group was not opened.',
    );
    const editor = window.activeTextEditor;
    let isOver = false;
    const over = Promise.resolve(ended).then(() => {
      isOver = true;
    });
    await acceptUntil(() => isOver, 'Going to the line');
    await over;
    equal(editor?.document.isDirty, false, 'Enter goes to the line.');
    equal(editor?.document.lineAt(editor.selection.active.line).text, 'max.poll.interval.ms=10000');
    const again = commands.executeCommand('kafkaLint.findGroup', 'slow-readers');
    await nextThenAcceptUntil(() => editor?.document.isDirty === true, 'A fix');
    await again;
    const lines = editor?.document.getText().split('\n') ?? [];
    match(
      lines.find((line) => line.startsWith('max.poll.interval.ms')) ?? 'gone',
      /^(?:gone|max\.poll\.interval\.ms=\d{5,})$/,
    );
    equal(lines.includes('max.poll.interval.ms=10000'), false);
    equal(lines.includes('fetch.max.bytes=1024'), true);
    await commands.executeCommand('workbench.action.files.revert');
  });
});
