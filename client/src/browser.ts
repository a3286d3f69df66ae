import './language';
import type { ExtensionContext } from 'vscode';
import { registerNoConnections } from './connections/noConnections';
import { startExtension } from './startExtension';
import { createWebClient } from './webClient';

export function activate(context: ExtensionContext): void {
  startExtension(context, createWebClient);
  registerNoConnections(context);
}
