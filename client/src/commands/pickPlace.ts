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
    label: 'In this file',
    detail: 'A comment that everybody sees, the command line too',
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
            'In the workspace settings',
            kind === 'override' ? 'For this file' : 'For every file in the workspace',
            ConfigurationTarget.Workspace,
          ),
        ]
      : []),
    ...(kind === 'setting'
      ? [setting('In the user settings', 'Wherever nothing else is said', ConfigurationTarget.Global)]
      : []),
  ];
  if (items.length < 2) return items[0]?.place;
  return (await pickOne(items, { placeHolder: 'Where is it written down?' }))?.place;
}
