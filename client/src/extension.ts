import type { ExtensionContext } from 'vscode';
import { registerConnections } from './connections/registerConnections';
import { createNodeClient } from './nodeClient';
import { startExtension } from './startExtension';

export function activate(context: ExtensionContext): void {
  registerConnections(startExtension(context, createNodeClient));
}
