import type { ExtensionContext } from 'vscode';
import { createNodeClient } from './nodeClient';
import { startExtension } from './startExtension';

export function activate(context: ExtensionContext): void {
  startExtension(context, createNodeClient);
}
