import * as l10n from '@vscode/l10n';
import {
  type Command,
  type Disposable,
  EventEmitter,
  MarkdownString,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
} from 'vscode';
import { ShownNodes } from './changes';
import type { Appearance, Identified, NodeIcon, OpenedPlace, TreeModel, ViewNode } from './node';

const FOLDS = {
  none: TreeItemCollapsibleState.None,
  collapsed: TreeItemCollapsibleState.Collapsed,
  expanded: TreeItemCollapsibleState.Expanded,
} as const;

export interface LiveTree<Node extends Identified = ViewNode> extends TreeDataProvider<Node>, Disposable {
  /** Shows the model anew, asking VS Code to look again at nothing but what changed. */
  update(model: TreeModel<Node>): void;
  /** The node that VS Code knows, so that it can be revealed. */
  known(node: Node): Node;
}

export function createLiveTree<Node extends Identified>(initial: TreeModel<Node>): LiveTree<Node> {
  const changed = new EventEmitter<Node | Node[] | undefined>();
  const shown = new ShownNodes<Node>();
  let model = initial;
  return {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => shown.children(model, node),
    getTreeItem: (node) => treeItem(node, shown.appearance(model, node)),
    // Only for who hovers: VS Code reads the Markdown of every tooltip, which costs more than all else in a row.
    resolveTreeItem: (item, node) => {
      item.tooltip = tooltipOf(shown.tooltip(model, node));
      return item;
    },
    getParent: (node) => {
      const parent = model.parent(node);
      return parent && shown.known(parent);
    },
    known: (node) => shown.known(node),
    update(next) {
      model = next;
      const nodes = shown.changed(model);
      if (nodes === 'everything') changed.fire(undefined);
      else if (nodes.length > 0) changed.fire([...nodes]);
    },
    dispose: () => changed.dispose(),
  };
}

function treeItem({ id }: Identified, appearance: Appearance): TreeItem {
  const { label, description, icon, context, accessibleName, fold, opens, runs } = appearance;
  const item = new TreeItem(label, FOLDS[fold]);
  item.id = id;
  if (description !== undefined) item.description = description;
  item.iconPath = themeIcon(icon);
  item.contextValue = context;
  item.accessibilityInformation = { label: accessibleName };
  if (opens) item.command = openCommand(opens);
  else if (runs !== undefined) item.command = { title: label, command: runs };
  return item;
}

function openCommand({ uri, line, character }: OpenedPlace): Command {
  const selection = new Range(line, character, line, character);
  return { title: l10n.t('Open'), command: 'vscode.open', arguments: [Uri.parse(uri), { selection, preview: true }] };
}

function themeIcon({ id, color }: NodeIcon): ThemeIcon {
  return color === undefined ? new ThemeIcon(id) : new ThemeIcon(id, new ThemeColor(color));
}

/** The first line is a heading. What Kafka said is appended as text: as Markdown it could hold links. */
function tooltipOf(text: string): MarkdownString {
  const [heading = '', ...rest] = text.split('\n');
  const markdown = new MarkdownString('**').appendText(heading).appendMarkdown('**');
  for (const line of rest) markdown.appendMarkdown('  \n').appendText(line);
  return markdown;
}
