import type { Monitoring } from '../../model/monitoring';
import { fieldAt, itemsOf, nodeAt, textAt, type YamlNode } from '../yaml/nodes';
import { queryOf } from './queries';

/** A rule file of Prometheus, or the resource by which its operator is given one. */
export function rulesIn(source: string, root: YamlNode): Monitoring | undefined {
  const groups = textAt(root, 'kind') === 'PrometheusRule' ? nodeAt(root, 'spec', 'groups') : nodeAt(root, 'groups');
  const items = itemsOf(groups).flatMap((group) => itemsOf(fieldAt(group, 'rules')?.value));
  const rules = items.filter((item) => fieldAt(item, 'expr') && (fieldAt(item, 'alert') ?? fieldAt(item, 'record')));
  if (rules.length === 0) return undefined;
  const queries = rules.flatMap((item) => {
    const alert = fieldAt(item, 'alert')?.value;
    const name = alert ?? fieldAt(item, 'record')?.value;
    const scalar = name?.kind === 'scalar' ? name : undefined;
    return queryOf(source, fieldAt(item, 'expr'), { use: alert ? 'alert' : 'record', name: scalar, item }) ?? [];
  });
  const recorded = rules.flatMap((item) => textAt(item, 'record') ?? []);
  return queries.length > 0 ? { queries, recorded, jobs: [], discovers: false } : undefined;
}
