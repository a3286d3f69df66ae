import type { Monitoring, ScrapeJob, ScrapeTarget } from '../../model/monitoring';
import { secondsOf } from '../promql/durations';
import { fieldAt, fieldsOf, itemsOf, nodeAt, textAt, type YamlNode } from '../yaml/nodes';
import { quotingOf } from '../yaml/sites/quoting';

/** Prometheus's own, where the file says none. */
const DEFAULT_SECONDS = 60;

/** What Prometheus scrapes: its own file, or a resource by which its operator is told. */
export function scrapingIn(root: YamlNode): Monitoring | undefined {
  if (/^(?:Pod|Service)Monitor$|^Probe$|^ScrapeConfig$/.test(textAt(root, 'kind') ?? '')) return discovering;
  const configs = fieldAt(root, 'scrape_configs')?.value;
  if (configs?.kind !== 'list') return undefined;
  const own = secondsOf(textAt(root, 'global', 'scrape_interval') ?? '') ?? DEFAULT_SECONDS;
  const jobs = configs.items.flatMap((item) => jobOf(item, own) ?? []);
  return { queries: [], recorded: [], jobs, discovers: ELSEWHERE.some((key) => fieldAt(root, key)) };
}

/** Where Prometheus has other series from than from the jobs of its file. */
const ELSEWHERE = ['scrape_config_files', 'remote_read', 'otlp'];

const discovering: Monitoring = { queries: [], recorded: [], jobs: [], discovers: true };

function jobOf(item: YamlNode, own: number): ScrapeJob | undefined {
  const name = fieldAt(item, 'job_name')?.value;
  if (name?.kind !== 'scalar') return undefined;
  const groups = itemsOf(fieldAt(item, 'static_configs')?.value);
  return {
    name: name.text,
    span: name.span,
    interval: secondsOf(textAt(item, 'scrape_interval') ?? '') ?? own,
    targets: groups.flatMap(targetsOf),
    // A relabelled job or address is another one than is written.
    discovers: fieldsOf(item).some(({ key }) => key.endsWith('_sd_configs') || key === 'relabel_configs'),
    // Prometheus gives the job's name only to what has no label of that name.
    relabels:
      (fieldAt(item, 'honor_labels') !== undefined && textAt(item, 'honor_labels') !== 'false') ||
      fieldAt(item, 'metric_relabel_configs') !== undefined ||
      groups.some((group) => nodeAt(group, 'labels', 'job')),
  };
}

function targetsOf(config: YamlNode): ScrapeTarget[] {
  return itemsOf(fieldAt(config, 'targets')?.value).flatMap((target) => {
    if (target.kind !== 'scalar') return [];
    const [, host = '', port] = /^(?:https?:\/\/)?([^:/]+|\[[^\]]*\])(?::(\d{1,5}))?(?:\/.*)?$/.exec(target.text) ?? [];
    if (host === '') return [];
    return [
      {
        host: host.toLowerCase(),
        port: port === undefined ? undefined : Number(port),
        span: target.span,
        quoting: quotingOf(target),
      },
    ];
  });
}
