import { type Event, EventEmitter, type ExtensionContext, type Uri, workspace } from 'vscode';
import { type DocumentInfo, STATUS, type StatusParams } from '../../server/src/protocol/protocol';
import type { Server } from './server';

/** What the server has told of the open documents. */
export interface DocumentInfos {
  /** Undefined for a document that is not Kafka's. */
  of(uri: Uri): DocumentInfo | undefined;
  /** It speaks of Kafka, and the server cannot tell what it configures. */
  isUnread(uri: Uri): boolean;
  readonly onDidChange: Event<void>;
}

export function collectDocumentInfos(context: ExtensionContext, server: Server): DocumentInfos {
  const infos = new Map<string, DocumentInfo>();
  const unread = new Set<string>();
  const changed = new EventEmitter<void>();
  server.onCreate((client) => {
    client.onNotification(STATUS, (params: StatusParams) => {
      if (params.role === null) infos.delete(params.uri);
      else infos.set(params.uri, params);
      if (params.role === null && params.unread) unread.add(params.uri);
      else unread.delete(params.uri);
      changed.fire();
    });
    client.onDidChangeState(() => {
      // What a stopped server said no longer holds, and a new one tells everything again.
      if (client.isRunning()) return;
      infos.clear();
      unread.clear();
      changed.fire();
    });
  });
  const closed = workspace.onDidCloseTextDocument(({ uri }) => {
    infos.delete(uri.toString());
    unread.delete(uri.toString());
  });
  context.subscriptions.push(changed, closed);
  return {
    of: (uri) => infos.get(uri.toString()),
    isUnread: (uri) => unread.has(uri.toString()),
    onDidChange: changed.event,
  };
}
