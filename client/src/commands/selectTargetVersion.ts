import * as l10n from '@vscode/l10n';
import { window, workspace } from 'vscode';
import { CHOICES, type Choices } from '../../../server/src/protocol/protocol';
import { pickFromPresent } from '../shown/picks';
import type { CommandContext } from './context';
import { writeDirective } from './directive';
import { pickPlace } from './pickPlace';

const AUTO = { label: 'auto', description: l10n.t('what the workspace and the file show, else the newest known') };

/** Says for which Kafka version configuration is written, in the active file or in the settings. */
export async function selectTargetVersion(context: CommandContext): Promise<void> {
  const document = window.activeTextEditor?.document;
  const client = await context.server.client();
  const { versions } = await client.sendRequest<Choices>(CHOICES);
  const info = document && context.infos.of(document.uri);
  const items = versions.map((label, index) => ({ label, description: index === 0 ? l10n.t('the newest known') : '' }));
  const isPresent = ({ label }: { readonly label: string }): boolean => label === (info?.version ?? AUTO.label);
  const version = (await pickFromPresent([AUTO, ...items], l10n.t('Which Kafka version do you run?'), isPresent))
    ?.label;
  const place = version && (await pickPlace(document, 'setting'));
  if (!place) return;
  if (place.kind === 'directive') return document && writeDirective(client, document, { version });
  await workspace.getConfiguration('kafkaLint', document?.uri).update('targetVersion', version, place.target);
}
