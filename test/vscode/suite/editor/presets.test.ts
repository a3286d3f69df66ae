import { doesNotMatch, match } from 'node:assert/strict';
import { commands } from 'vscode';
import { openWith } from '../support/files';
import { findings } from '../support/findings';
import { acceptUntil } from '../support/quickPick';

/** Applies the first preset with the changes that are ticked to begin with. */
async function applyFirst(path: string, text: string): Promise<string> {
  const { document } = await openWith(path, text);
  await findings(document.uri);
  const ended = commands.executeCommand('kafkaLint.applyPreset');
  await acceptUntil(() => document.isDirty, 'A preset');
  await ended;
  const written = document.getText();
  await commands.executeCommand('workbench.action.files.revert');
  return written;
}

describe('presets', () => {
  it('write what is ticked into a file of keys', async () => {
    const text = await applyFirst(
      'presets/producer.properties',
      'bootstrap.servers=kafka:9092\nkey.serializer=S\nbatch.size=0\n',
    );
    match(text, /^batch\.size=131072$/m);
    doesNotMatch(text, /acks/);
  });

  it('write what is ticked into every client of a file of code', async () => {
    const text = await applyFirst(
      'presets/app.ts',
      "import { Kafka } from 'kafkajs';\nconst kafka = new Kafka({ brokers: ['kafka:9092'] });\nkafka.consumer({ groupId: 'g', maxBytes: 1 });\n",
    );
    match(text, /brokers: \['kafka:9092'\], connectionTimeout: 3000 \}/);
    match(text, /groupId: 'g', minBytes: 10240, maxWaitTimeInMs: 1000/);
    doesNotMatch(text, /maxBytes/);
  });
});
