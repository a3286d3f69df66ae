import * as l10n from '@vscode/l10n';
import { CodeLens, type Disposable, EventEmitter, languages, Range, workspace } from 'vscode';
import { SELECTOR } from '../clientOptions';
import type { DocumentInfos } from '../documentInfos';
import { COMMANDS } from '../names';
import type { Server } from '../server';
import { connectionScopes } from './codeScopes';

/** A lens above what names the brokers, in files of Kafka's alone and where connecting is allowed. */
export function showConnectLens(server: Server, infos: DocumentInfos): Disposable[] {
  const changed = new EventEmitter<void>();
  const provider = languages.registerCodeLensProvider(SELECTOR, {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document) {
      const client = server.running();
      if (!client || !workspace.isTrusted || !infos.of(document.uri)) return [];
      const scopes = await connectionScopes(client, document);
      return scopes.map(({ range: { start, end }, library }) => {
        const title = library === 'java' ? l10n.t('Connect with this file') : l10n.t('Connect with these options');
        const range = new Range(start.line, start.character, end.line, end.character);
        return new CodeLens(range, { title, command: COMMANDS.connectWithFile, arguments: [document.uri, start.line] });
      });
    },
  });
  // A lens that was asked for before the server knew the file is asked for again.
  const known = infos.onDidChange(() => changed.fire());
  return [changed, provider, known, workspace.onDidGrantWorkspaceTrust(() => changed.fire())];
}
