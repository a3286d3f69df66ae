/** A Kafka release line such as `3.9`; patch releases do not change configuration definitions. */
export type KafkaVersion = `${number}.${number}`;

/** Where the target version of a scope came from, the most deliberate first. */
export type VersionSource = 'directive' | 'setting' | 'workspace' | 'content' | 'newest';

export interface TargetVersion {
  readonly version: KafkaVersion;
  readonly source: VersionSource;
  /** With `workspace`: the name of the file that shows it, such as `docker-compose.yml`. */
  readonly file?: string;
  /** With `content`: what a file beside it shows, which is for a newer Kafka than the text can be for. */
  readonly beside?: FoundVersion;
}

export interface FoundVersion {
  readonly version: KafkaVersion;
  /** The name of the file that shows it. */
  readonly file: string;
}

/** What the files around a configuration show: images tell of servers, build files of Java clients. */
export interface FoundVersions {
  readonly servers?: FoundVersion;
  readonly clients?: FoundVersion;
  /** The release of KafkaJS that the project asks for. */
  readonly kafkajs?: FoundVersion;
  /** The releases of client libraries for Python and Go that the project settles, by the library's name. */
  readonly packages?: Readonly<Record<string, KafkaVersion>>;
}

const orders = new Map<KafkaVersion, number>();

/** A sortable number for a release line: `3.9` is 309, `3.10` is 310. Kept, since every rule asks for a few of them. */
export function versionOrder(version: KafkaVersion): number {
  const known = orders.get(version);
  if (known !== undefined) return known;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const order = major * 100 + minor;
  orders.set(version, order);
  return order;
}

export function isAtLeast(version: KafkaVersion, bound: KafkaVersion): boolean {
  return versionOrder(version) >= versionOrder(bound);
}

/** Reads `3.6`, `3.6.1` or `v3.6`; anything else is undefined. */
export function parseVersion(text: string): KafkaVersion | undefined {
  const match = /^v?(\d{1,2})\.(\d{1,2})(?:\.\d+)*$/.exec(text.trim());
  return match ? `${Number(match[1])}.${Number(match[2])}` : undefined;
}
