import * as l10n from '@vscode/l10n';
import { ConfigurationTarget, type TextDocument, workspace } from 'vscode';
import { pickOne } from '../shown/picks';

/** Where a choice is written down. */
export type Place = { readonly kind: 'directive' } | { readonly kind: 'setting'; readonly target: ConfigurationTarget };

/** Asks where to write a choice; an override names a file, so that it makes no sense in the user's own settings. */
export async function pickPlace(
  document: TextDocument | undefined,
  kind: 'setting' | 'override',
): Promise<Place | undefined> {
  const inFile = {
    label: l10n.t('In this file'),
    detail: l10n.t('A comment that everybody sees, the command line too'),
    place: { kind: 'directive' } as const,
  };
  const setting = (label: string, detail: string, target: ConfigurationTarget) => ({
    label,
    detail,
    place: { kind: 'setting', target } as const,
  });
  const hasFolder = workspace.workspaceFolders !== undefined;
  const items = [
    ...(document ? [inFile] : []),
    ...(hasFolder
      ? [
          setting(
            l10n.t('In the workspace settings'),
            kind === 'override' ? l10n.t('For this file') : l10n.t('For every file in the workspace'),
            ConfigurationTarget.Workspace,
          ),
        ]
      : []),
    ...(kind === 'setting'
      ? [setting(l10n.t('In the user settings'), l10n.t('Wherever nothing else is said'), ConfigurationTarget.Global)]
      : []),
  ];
  if (items.length < 2) return items[0]?.place;
  return (await pickOne(items, { placeHolder: l10n.t('Where is it written down?') }))?.place;
}
