import type { ExtensionContext } from 'vscode';
import { createNodeClient } from './nodeClient';
import { startExtension } from './startExtension';

export function activate(context: ExtensionContext): Promise<void> {
  return startExtension(context, createNodeClient);
}
