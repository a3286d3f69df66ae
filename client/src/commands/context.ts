import type { ExtensionContext } from 'vscode';
import type { DocumentInfos } from '../documentInfos';
import type { KnownGroups } from '../findGroup/knownGroups';
import type { Server } from '../server';

/** What commands work with. */
export interface CommandContext {
  readonly extension: ExtensionContext;
  readonly server: Server;
  readonly infos: DocumentInfos;
  readonly knownGroups: KnownGroups;
}
