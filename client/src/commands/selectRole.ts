import * as l10n from '@vscode/l10n';
import { window, workspace } from 'vscode';
import { CHOICES, type Choices } from '../../../server/src/protocol/protocol';
import { pickFromPresent } from '../shown/picks';
import type { CommandContext } from './context';
import { writeDirective } from './directive';
import { pickPlace } from './pickPlace';
import { ROLE_DESCRIPTIONS } from './roles';

interface Override {
  readonly files?: unknown;
  readonly role?: unknown;
}

/** Says what the active file configures, for a file that does not show it or shows it wrongly. */
export async function selectRole(context: CommandContext): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) return;
  const client = await context.server.client();
  const { roles } = await client.sendRequest<Choices>(CHOICES);
  const current = context.infos.of(document.uri)?.role;
  const items = roles.map((label) => ({ label, description: ROLE_DESCRIPTIONS.get(label) ?? '' }));
  const question = l10n.t('What does this file configure?');
  const role = (await pickFromPresent(items, question, ({ label }) => label === current))?.label;
  const place = role && (await pickPlace(document, 'override'));
  if (!place) return;
  if (place.kind === 'directive') return writeDirective(client, document, { role });
  const settings = workspace.getConfiguration('kafkaLint', document.uri);
  const overrides = settings.get<readonly Override[]>('overrides', []);
  const files = [workspace.asRelativePath(document.uri, false)];
  const isSame = ({ files: others }: Override): boolean => JSON.stringify(others) === JSON.stringify(files);
  const before = overrides.find(isSame);
  const rest = overrides.filter((override) => !isSame(override));
  await settings.update('overrides', [...rest, { ...before, files, role }], place.target);
}
