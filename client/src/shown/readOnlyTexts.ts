import { EventEmitter, type ExtensionContext, Uri, workspace } from 'vscode';

/** Texts beside a file that nobody can write into, such as what it would become. */
export interface ReadOnlyTexts {
  /** The document that shows the text under the name of the file; what `kind` shows of the file is one document. */
  put(file: Uri, kind: string, text: string): Uri;
}

export function createReadOnlyTexts(
  { subscriptions }: Pick<ExtensionContext, 'subscriptions'>,
  scheme: string,
): ReadOnlyTexts {
  const texts = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  subscriptions.push(
    changed,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      // A window that is opened again has the tab still, but no longer the text.
      provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
    }),
  );
  return {
    put({ path }, kind, text) {
      const uri = Uri.from({ scheme, path, query: kind });
      texts.set(uri.toString(), text);
      changed.fire(uri);
      return uri;
    },
  };
}
