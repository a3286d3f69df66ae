import * as l10n from '@vscode/l10n';
import { window } from 'vscode';
import { pickOne } from '../shown/picks';
import { targetText } from '../statusText';
import type { CommandContext } from './context';
import { selectRole } from './selectRole';
import { selectTargetVersion } from './selectTargetVersion';

/** Asks which of the two to change, the role or the version. */
export async function changeTarget(context: CommandContext): Promise<void> {
  const document = window.activeTextEditor?.document;
  const info = document && context.infos.of(document.uri);
  const items = [
    { label: l10n.t('Kafka version…'), description: info?.version ?? '', change: selectTargetVersion },
    { label: l10n.t('What the file configures…'), description: info?.role ?? '', change: selectRole },
  ];
  const picked = await pickOne(items, { placeHolder: info ? targetText(info) : l10n.t('Change what?') });
  await picked?.change(context);
}
