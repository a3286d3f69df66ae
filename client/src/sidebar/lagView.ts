import * as l10n from '@vscode/l10n';
import { commands, type Disposable, type TreeView, window } from 'vscode';
import { LAG_FILTERED, LAG_VIEW } from '../names';
import type { Badge } from './badge';
import type { ClusterView } from './clusterView';
import { type GroupFilter, groupFilter } from './lag/filter';
import { lagTree } from './lag/lagTree';
import { type ViewNode, viewNode } from './node';
import { createLiveTree, type LiveTree } from './treeProvider';

export interface LagView extends Disposable {
  readonly tree: TreeView<ViewNode>;
  /** Whom VS Code asks for the tree. */
  readonly provider: LiveTree;
  readonly filterText: string;
  readonly filter: GroupFilter | undefined;
  setFilter(text: string): void;
  update(clusters: readonly ClusterView[], badge: Badge | undefined): void;
  /** Shows the group in the tree, without the filter if that hides it. */
  reveal(clusterName: string, groupId: string): Promise<void>;
}

export function createLagView(isMuted: (clusterName: string, groupId: string) => boolean): LagView {
  let clusters: readonly ClusterView[] = [];
  let filterText = '';
  let filter: GroupFilter | undefined;
  const live: LiveTree = createLiveTree(lagTree({ clusters, isMuted }));
  const tree = window.createTreeView(LAG_VIEW, { treeDataProvider: live, canSelectMany: true, showCollapseAll: true });
  const show = (): void => live.update(lagTree({ clusters, filter, isMuted }));
  const setFilter = (text: string): void => {
    filterText = text.trim();
    filter = groupFilter(filterText);
    tree.description = filter ? l10n.t('filter: {0}', filterText) : '';
    void commands.executeCommand('setContext', LAG_FILTERED, filter !== undefined);
    show();
  };
  return {
    tree,
    provider: live,
    get filterText() {
      return filterText;
    },
    get filter() {
      return filter;
    },
    setFilter,
    update(next, badge) {
      clusters = next;
      tree.badge = badge;
      show();
    },
    async reveal(clusterName, groupId) {
      const group = clusters
        .find(({ name }) => name === clusterName)
        ?.snapshot?.groups.find((one) => one.groupId === groupId);
      if (group && filter?.(group) === false) setFilter('');
      await commands.executeCommand(`${LAG_VIEW}.focus`);
      if (!group) return;
      const node = live.known(viewNode({ kind: 'group', clusterName, groupId }));
      await tree.reveal(node, { select: true, focus: true, expand: true });
    },
    dispose() {
      tree.dispose();
      live.dispose();
    },
  };
}
