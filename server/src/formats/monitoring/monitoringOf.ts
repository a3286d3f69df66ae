import type { Comment, ConfigDocument } from '../../model/document';
import type { Monitoring } from '../../model/monitoring';
import type { Span } from '../../model/span';
import { directivesOf } from '../directives';
import type { YamlNode } from '../yaml/nodes';
import { commentable } from './commentable';
import { exporterIn } from './exporterFile';
import { rulesIn } from './ruleFile';
import { scrapingIn } from './scrape';

/** What the parts of a YAML file say of watching Kafka. */
export function monitoringIn(source: string, roots: readonly (YamlNode | undefined)[]): Monitoring[] {
  return roots.flatMap((root) => (root && (rulesIn(source, root) ?? scrapingIn(root) ?? exporterIn(root))) ?? []);
}

/** The document with what it says of watching Kafka, and the comments that speak of that. */
export function withMonitoring(
  own: ConfigDocument,
  monitoring: readonly Monitoring[],
  comments: readonly Comment[],
): ConfigDocument {
  if (monitoring.length === 0) return own;
  const spans = [...own.entries.map(({ span }) => span), ...monitoring.flatMap(commentable)];
  spans.sort((a, b) => a.start - b.start);
  const following = (offset: number): Span | undefined => spans.find(({ start }) => start >= offset);
  return { ...own, comments, directives: directivesOf(own.text, comments, following), monitoring };
}
