import type { Monitoring, Query } from '../../model/monitoring';
import { fieldAt, itemsOf, type YamlNode } from '../yaml/nodes';
import { queryOf } from './queries';

/** Panels in rows in panels are deep enough. */
const MOST_DEPTH = 4;

/** The panels of a dashboard of Grafana, also as its interface sends it. */
export function dashboardIn(source: string, root: YamlNode): Monitoring | undefined {
  const inner = fieldAt(root, 'dashboard')?.value ?? root;
  const queries = panelsOf(inner, 0).flatMap((panel) => queriesOf(source, panel));
  return queries.length > 0 ? { queries, jobs: [], recorded: [], discovers: false } : undefined;
}

function panelsOf(node: YamlNode, depth: number): YamlNode[] {
  if (depth > MOST_DEPTH) return [];
  const inner = ['panels', 'rows'].flatMap((key) => itemsOf(fieldAt(node, key)?.value));
  return inner.flatMap((panel) => [panel, ...panelsOf(panel, depth + 1)]);
}

function queriesOf(source: string, panel: YamlNode): Query[] {
  const title = fieldAt(panel, 'title')?.value;
  const name = title?.kind === 'scalar' ? title : undefined;
  const targets = itemsOf(fieldAt(panel, 'targets')?.value);
  return targets.flatMap((item) => queryOf(source, fieldAt(item, 'expr'), { use: 'panel', name, item }) ?? []);
}
