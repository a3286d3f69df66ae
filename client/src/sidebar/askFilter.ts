import * as l10n from '@vscode/l10n';
import { createBox } from '../shown/inputs';

/** Filters while the person types. Escape puts back what was; resolves when the box is gone. */
export async function askFilter(current: string, apply: (text: string) => void): Promise<void> {
  const placeholder = l10n.t('part of a group or topic, or a glob such as payments-*');
  const box = createBox({ title: l10n.t('Filter Consumer Groups'), placeholder, value: current });
  let accepted = false;
  const hidden = new Promise<void>((resolve) => box.onDidHide(resolve));
  box.onDidChangeValue(apply);
  box.onDidAccept(() => {
    accepted = true;
    box.hide();
  });
  box.show();
  await hidden;
  box.dispose();
  if (!accepted) apply(current);
}
