import * as l10n from '@vscode/l10n';
import type { Memento, SecretStorage } from 'vscode';
import type { ClusterSettings, ConnectionSecrets } from '../../../server/src/connection/model';
import { readClusterSettings } from '../../../server/src/connection/validate';
import { canonicalText } from './canonical';

/** The user's own setting of clusters, as it is written. */
export interface ClustersSetting {
  read(): unknown;
  /** Entries that cannot be read are written back as they were. */
  write(clusters: readonly unknown[]): Promise<void>;
}

export interface StoredClusters {
  readonly clusters: readonly ClusterSettings[];
  /** What is wrong in the settings, a sentence each. */
  readonly problems: readonly string[];
}

/** Clusters in the settings, their secrets in SecretStorage, and which of them a person has connected to before. */
export interface ClusterStore {
  list(): StoredClusters;
  find(name: string): ClusterSettings | undefined;
  /** Adds the cluster, or puts it in the place of the one that was called `replaces`. */
  save(settings: ClusterSettings, secrets: ConnectionSecrets, replaces?: string): Promise<void>;
  remove(name: string): Promise<void>;
  secretsOf(name: string): Promise<ConnectionSecrets>;
  /** Remembers that a person has connected to just this address in just this way. */
  approve(settings: ClusterSettings): Promise<void>;
  isApproved(settings: ClusterSettings): boolean;
}

const APPROVED = 'kafkaLint.approvedClusters';

export function createClusterStore(setting: ClustersSetting, secrets: SecretStorage, memory: Memento): ClusterStore {
  const approvals = (): Readonly<Record<string, string>> => memory.get(APPROVED, {});
  const forget = async (name: string): Promise<void> => {
    const { [name]: _, ...rest } = approvals();
    await memory.update(APPROVED, rest);
    await secrets.delete(secretKey(name));
  };
  const list = (): StoredClusters => readClusters(setting.read());
  return {
    list,
    find: (name) => list().clusters.find((one) => one.name === name),
    async save(settings, secret, replaces = settings.name) {
      const raw = rawList(setting.read());
      const at = raw.findIndex((one) => nameOf(one) === replaces);
      const others = raw.filter((one) => ![replaces, settings.name].includes(nameOf(one)));
      // The secret first: a cluster without its password would fail, and one that is not there cannot.
      await secrets.store(secretKey(settings.name), JSON.stringify(secret));
      await setting.write(others.toSpliced(at < 0 ? others.length : at, 0, settings));
      if (replaces !== settings.name) await forget(replaces);
    },
    async remove(name) {
      await setting.write(rawList(setting.read()).filter((one) => nameOf(one) !== name));
      await forget(name);
    },
    async secretsOf(name) {
      return readSecrets(await secrets.get(secretKey(name)));
    },
    async approve(settings) {
      await memory.update(APPROVED, { ...approvals(), [settings.name]: destinationOf(settings) });
    },
    isApproved: (settings) => approvals()[settings.name] === destinationOf(settings),
  };
}

function secretKey(name: string): string {
  return `kafkaLint.cluster.${name}`;
}

/** All that says to whom secrets go, so that a change by hand needs a person again. */
function destinationOf({ bootstrapServers, securityProtocol, sasl, tls }: ClusterSettings): string {
  return canonicalText([bootstrapServers, securityProtocol, sasl ?? null, tls ?? null]);
}

function rawList(raw: unknown): readonly unknown[] {
  return Array.isArray(raw) ? raw : [];
}

function nameOf(raw: unknown): string {
  const { name } = Object(raw) as { readonly name?: unknown };
  return typeof name === 'string' ? name.trim() : '';
}

/** The first of two clusters of one name is taken. */
function readClusters(raw: unknown): StoredClusters {
  const clusters: ClusterSettings[] = [];
  const problems: string[] = [];
  for (const one of rawList(raw)) {
    const read = readClusterSettings(one);
    if ('problem' in read) problems.push(read.problem);
    else if (clusters.some(({ name }) => name === read.value.name))
      problems.push(l10n.t('Two clusters are called {0}.', read.value.name));
    else clusters.push(read.value);
  }
  return { clusters, problems };
}

const SECRETS = ['password', 'clientSecret', 'ca', 'certificate', 'privateKey', 'keyPassphrase'] as const;

function readSecrets(text: string | undefined): ConnectionSecrets {
  if (text === undefined) return {};
  const raw: unknown = JSON.parse(text);
  const known = Object(raw) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(SECRETS.flatMap((key) => (typeof known[key] === 'string' ? [[key, known[key]]] : [])));
}
