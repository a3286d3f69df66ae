import { workspace } from 'vscode';
import { uriOf } from './files';

/** Has the real cluster of the suite do something: a command of Kafka's clients, `kill ID` or `start ID`. */
export async function kafka(...words: readonly (string | number)[]): Promise<void> {
  const address = new TextDecoder().decode(await workspace.fs.readFile(uriOf('lag/control.url')));
  const response = await fetch(address, { method: 'POST', body: words.join(' ') });
  if (!response.ok) throw new Error(`Kafka did not ${words.join(' ')}: ${await response.text()}`);
}
