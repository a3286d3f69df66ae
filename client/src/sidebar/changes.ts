import type { Appearance, Identified, TreeModel, ViewNode } from './node';

interface Shown<Node> {
  readonly node: Node;
  /** As it was told last; absent until asked for. */
  appearance?: string;
  /** Once somebody has asked for it. */
  tooltip?: string;
  /** The ids of its children, in their order; absent until asked for. */
  children?: readonly string[];
}

/**
 * What a tree was told, so that after a refresh it is told again of nothing but what changed. Nodes are kept by id, since
 * a tree knows a node again by its identity.
 */
export class ShownNodes<Node extends Identified = ViewNode> {
  readonly #shown = new Map<string, Shown<Node>>();
  /** Of the roots, which are nobody's children. */
  #root: Pick<Shown<Node>, 'children'> = {};

  children(model: TreeModel<Node>, parent: Node | undefined): Node[] {
    const children = model.children(parent);
    const entry = parent ? this.#known(parent) : this.#root;
    const ids = children.map(({ id }) => id);
    const kept = new Set(ids);
    for (const id of entry.children ?? []) if (!kept.has(id)) this.#forget(id);
    entry.children = ids;
    return children.map((node) => this.#known(node).node);
  }

  appearance(model: TreeModel<Node>, node: Node): Appearance {
    const appearance = model.appearance(node);
    const entry = this.#shown.get(node.id);
    if (entry) {
      entry.appearance = lookOf(appearance);
      delete entry.tooltip;
    }
    return appearance;
  }

  /** For who hovers over the node. What nobody has seen need not be told again. */
  tooltip(model: TreeModel<Node>, node: Node): string {
    const { tooltip } = model.appearance(node);
    const entry = this.#shown.get(node.id);
    if (entry) entry.tooltip = tooltip;
    return tooltip;
  }

  /** The node that the tree knows, for one that only equals it. */
  known(node: Node): Node {
    return this.#known(node).node;
  }

  /** Which nodes have to be asked for again: `everything`, or those with a new look or other children. */
  changed(model: TreeModel<Node>): readonly Node[] | 'everything' {
    const { children } = this.#root;
    if (children && !isSameOrder(children, model.children(undefined))) {
      this.#shown.clear();
      this.#root = {};
      return 'everything';
    }
    return this.#changedBelow(model, undefined);
  }

  /** Goes down only where nothing is told anew: whoever is asked for again is asked for its children too. */
  #changedBelow(model: TreeModel<Node>, parent: Node | undefined): readonly Node[] {
    return model.children(parent).flatMap((child) => {
      const entry = this.#shown.get(child.id);
      if (!entry || (entry.appearance === undefined && entry.children === undefined)) return [];
      const appearance = model.appearance(entry.node);
      const isSame =
        entry.appearance === lookOf(appearance) &&
        (entry.tooltip === undefined || entry.tooltip === appearance.tooltip) &&
        (!entry.children || isSameOrder(entry.children, model.children(entry.node)));
      if (!isSame) return [entry.node];
      return !entry.children ? [] : this.#changedBelow(model, entry.node);
    });
  }

  #known(node: Node): Shown<Node> {
    const entry = this.#shown.get(node.id) ?? { node };
    this.#shown.set(node.id, entry);
    return entry;
  }

  #forget(id: string): void {
    const entry = this.#shown.get(id);
    this.#shown.delete(id);
    for (const child of entry?.children ?? []) this.#forget(child);
  }
}

/** All but the tooltip. */
function lookOf({ tooltip: _, ...look }: Appearance): string {
  return JSON.stringify(look);
}

function isSameOrder(ids: readonly string[], nodes: readonly Identified[]): boolean {
  return ids.length === nodes.length && nodes.every(({ id }, index) => id === ids[index]);
}
