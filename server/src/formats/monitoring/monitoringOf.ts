import type { Comment, ConfigDocument } from '../../model/document';
import type { Monitoring } from '../../model/monitoring';
import { directivesOf } from '../directives';
import { linesBehind } from '../sites/document';
import type { YamlNode } from '../yaml/nodes';
import { watchedBehind } from './commentable';
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
  const following = watchedBehind(monitoring, linesBehind(own.text, own.entries));
  return { ...own, comments, directives: directivesOf(own.text, comments, following), monitoring };
}
