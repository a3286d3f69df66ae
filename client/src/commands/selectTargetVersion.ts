import { window, workspace } from 'vscode';
import { CHOICES, type Choices } from '../../../server/src/protocol/protocol';
import { pickOne } from '../shown/picks';
import type { CommandContext } from './context';
import { writeDirective } from './directive';
import { pickPlace } from './pickPlace';

const AUTO = { label: 'auto', description: 'as the file shows, else the newest known' };

/** Says for which Kafka version configuration is written, in the active file or in the settings. */
export async function selectTargetVersion(context: CommandContext): Promise<void> {
  const document = window.activeTextEditor?.document;
  const client = await context.server.client();
  const { versions } = await client.sendRequest<Choices>(CHOICES);
  const current = document && context.infos.of(document.uri)?.version;
  const items = versions.map((label) => ({ label, description: label === current ? 'now' : '' }));
  const version = (await pickOne([AUTO, ...items], { placeHolder: 'Which Kafka version?' }))?.label;
  const place = version && (await pickPlace(document, 'setting'));
  if (!place) return;
  if (place.kind === 'directive') return document && writeDirective(client, document, { version });
  await workspace.getConfiguration('kafkaLint', document?.uri).update('targetVersion', version, place.target);
}
