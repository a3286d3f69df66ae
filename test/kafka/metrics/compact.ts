import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const TARGET = fileURLToPath(new URL('../../../server/src/catalogue/data/metrics.generated.json', import.meta.url));

/** What was seen of one release of Kafka. */
export interface Run {
  readonly release: string;
  /** The attributes by MBean; one that is no number has a colon behind it. */
  readonly beans: ReadonlyMap<string, ReadonlySet<string>>;
  /** The names of metrics by what gave them. */
  readonly names: Readonly<Record<string, ReadonlySet<string>>>;
}

/** Releases and sources are bits: by them stand the ends of names that begin alike; sets of attributes that many MBeans share are written once. */
export function writeMetrics(runs: readonly Run[]): void {
  const sets: string[] = [];
  const beans: Record<string, string> = {};
  const all = [...new Set(runs.flatMap((run) => [...run.beans.keys()]))].sort();
  for (const bean of all) {
    const attributes = new Set(runs.flatMap((run) => [...(run.beans.get(bean) ?? [])]));
    const set = [...attributes].sort().join('\t');
    if (!sets.includes(set)) sets.push(set);
    beans[bean] = `${sets.indexOf(set)} ${bits(runs.map((run) => run.beans.has(bean)))}`;
  }
  const sources = Object.keys(runs[0]?.names ?? {});
  const seen = (source: string): Set<string> => new Set(runs.flatMap((run) => [...(run.names[source] ?? [])]));
  const bySource = sources.map(seen);
  const names: Record<string, Record<string, string>> = {};
  for (const name of [...new Set(bySource.flatMap((one) => [...one]))].sort()) {
    if (isOfInstance(name)) continue;
    const [, group = '', rest = ''] = /^(kafka_(?:[a-z]+_[a-z\d]+_)?)(.+)$/i.exec(name) ?? [];
    const own = names[group] ?? {};
    names[group] = own;
    const from = bits(bySource.map((one) => one.has(name)));
    own[from] = own[from] === undefined ? rest : `${own[from]} ${rest}`;
  }
  const releases = runs.map(({ release }) => release);
  writeFileSync(TARGET, `${JSON.stringify({ releases, sets, beans, sources, names }, undefined, 1)}\n`);
  console.log(`${all.length} MBeans, ${bySource.map((one, index) => `${sources[index]}: ${one.size}`).join(', ')}`);
}

/** Some configurations put the number of a broker, or what else is of one instance, into the name. */
export function isOfInstance(name: string): boolean {
  return /_(?:brokerid|broker_id|client_id|feature_name|fetcher_id|listener|networkprocessor|clientsoftwarename)_/i.test(
    name,
  );
}

function bits(flags: readonly boolean[]): number {
  return flags.reduce((sum, flag, index) => sum + (flag ? 2 ** index : 0), 0);
}
