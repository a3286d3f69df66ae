import { ok } from 'node:assert/strict';
import { EventEmitter, extensions, type TreeItem } from 'vscode';
import type { ViewNode } from '../../../../client/src/sidebar/node';
import type { ShownLag } from '../../../../client/src/sidebar/registerSidebar';
import { EXTENSION_ID } from './extension';
import { until } from './until';

/** What passes between VS Code and the extension about the tree of consumer lag, from now on. */
export interface TreeTraffic {
  readonly tree: ShownLag['tree'];
  /** The nodes that VS Code was asked to look at again; undefined stands for everything. */
  readonly askedAgain: (ViewNode | undefined)[];
  /** The nodes whose children VS Code has asked for, and has been given; undefined stands for the roots. */
  readonly unfolded: (ViewNode | undefined)[];
  /** What VS Code was told of each node last, by id. */
  readonly rows: Map<string, TreeItem>;
  /** The ids of the children of each node as VS Code was told them last. */
  readonly order: Map<string | undefined, readonly string[]>;
  /** Resolves once it holds, looked at again whenever VS Code has been told something. */
  until(holds: () => boolean, describe: () => string, limitMs?: number): Promise<void>;
  forget(): void;
}

/** The extension gives it to tests only. */
export async function watchTree(): Promise<TreeTraffic> {
  const shown: ShownLag | undefined = await extensions.getExtension<ShownLag>(EXTENSION_ID)?.activate();
  ok(shown, 'The extension shows its tree in test mode.');
  const { provider, tree } = shown;
  const [askedAgain, unfolded]: (ViewNode | undefined)[][] = [[], []];
  ok(askedAgain && unfolded);
  const rows = new Map<string, TreeItem>();
  const order = new Map<string | undefined, readonly string[]>();
  const told = new EventEmitter<void>();
  // With the next turn, when VS Code has taken up what it was told.
  const tell = (): void => void setImmediate(() => told.fire());
  const { getChildren, getTreeItem } = provider;
  provider.getChildren = async (node) => {
    const children = (await getChildren(node)) ?? [];
    unfolded.push(node);
    order.set(
      node?.id,
      children.map(({ id }) => id),
    );
    tell();
    return children;
  };
  provider.getTreeItem = async (node) => {
    const item = await getTreeItem(node);
    rows.set(node.id, item);
    tell();
    return item;
  };
  provider.onDidChangeTreeData?.((changed) => {
    askedAgain.push(...(Array.isArray(changed) ? changed : [changed ?? undefined]));
  });
  return {
    tree,
    askedAgain,
    unfolded,
    rows,
    order,
    until: (holds, describe, limitMs) => until(holds, told.event, describe, limitMs),
    forget: () => {
      askedAgain.length = 0;
      unfolded.length = 0;
    },
  };
}
