import * as l10n from '@vscode/l10n';
import type { Appearance, TreeModel } from '../sidebar/node';
import { noteAppearance } from '../sidebar/noteAppearance';

/** A node of the view; commands read the rule and the file that it stands for. */
export interface HealthNode {
  readonly id: string;
  readonly rule?: string;
  readonly uri?: string;
}

/** A node with how it looks and what is below it, which is made when somebody unfolds it. */
export interface Branch {
  readonly node: HealthNode;
  readonly look: Appearance;
  readonly children?: () => readonly Branch[];
}

/** A sentence that is a node of its own. */
export function note(text: string, more: Partial<Appearance> = {}): Branch {
  return { node: { id: `note ${text}` }, look: { ...noteAppearance(text), ...more } };
}

/** The branches as a tree. Whoever asks for a node that is gone is told so. */
export function treeOf(roots: readonly Branch[]): TreeModel<HealthNode> {
  const known = new Map<string, Branch>();
  const below = new Map<string, readonly HealthNode[]>();
  const parents = new Map<string, HealthNode>();
  const told = (branches: readonly Branch[], parent: HealthNode | undefined): readonly HealthNode[] => {
    for (const branch of branches) {
      known.set(branch.node.id, branch);
      if (parent) parents.set(branch.node.id, parent);
    }
    return branches.map(({ node }) => node);
  };
  const top = told(roots, undefined);
  return {
    children(node) {
      if (!node) return top;
      const nodes = below.get(node.id) ?? told(known.get(node.id)?.children?.() ?? [], node);
      below.set(node.id, nodes);
      return nodes;
    },
    appearance: ({ id }) => known.get(id)?.look ?? noteAppearance(l10n.t('This is gone')),
    parent: ({ id }) => parents.get(id),
  };
}
