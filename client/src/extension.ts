import type { ExtensionContext } from 'vscode';
import { registerConnections } from './connections/registerConnections';
import { createNodeClient } from './nodeClient';
import { registerSidebar } from './sidebar/registerSidebar';
import { startExtension } from './startExtension';

export function activate(context: ExtensionContext): void {
  registerSidebar(context, registerConnections(startExtension(context, createNodeClient)));
}
