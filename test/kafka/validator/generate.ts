import { CATALOGUE_VERSIONS, keysOf, settingAt, settingsOf } from '../../../server/src/catalogue/catalogue';
import type { Setting } from '../../../server/src/catalogue/types';
import type { Role } from '../../../server/src/model/scope';
import type { KafkaVersion } from '../../../server/src/model/version';
import type { Case, Pair } from './case';
import { fixturesOf } from './fixtures';
import { GROUPS } from './groups';
import { isNotGenerated } from './notGenerated';
import type { Random } from './random';
import { securityOf } from './security';
import { isServer, SERVER_MUTATIONS } from './servers';
import { valuesOf } from './values';

type Entries = Map<string, string>;
type Mutation = (entries: Entries, role: Role, version: KafkaVersion, random: Random) => void;

/** A file of the role that one to four changes may have broken; undefined where the version has no such file. */
export function generate(role: Role, version: KafkaVersion, random: Random): Case | undefined {
  const fixture = random.pickAny(fixturesOf(role, version));
  if (!fixture) return undefined;
  const entries: Entries = new Map(fixture);
  const changes = random.pick([1, 1, 1, 2, 2, 3, 4]);
  for (let done = 0; done < changes; done++) {
    if (isServer(role) && random.chance(0.3)) random.pick(SERVER_MUTATIONS)(entries, random, role, version);
    else random.pick(MUTATIONS)(entries, role, version, random);
  }
  return { role, version, entries: [...entries] satisfies Pair[] };
}

const setAny: Mutation = (entries, role, version, random) => {
  const setting = random.pickAny(settingsOf(role, version));
  if (setting && !isNotGenerated(setting.key, role)) entries.set(setting.key, valuesOf(setting, random));
};

const changeOne: Mutation = (entries, role, version, random) => {
  const key = random.pickAny([...entries.keys()]);
  const setting = key === undefined ? undefined : settingOf(role, key, version);
  if (key !== undefined && setting && !isNotGenerated(key, role)) entries.set(key, valuesOf(setting, random));
};

const removeOne: Mutation = (entries, _role, _version, random) => {
  const key = random.pickAny([...entries.keys()]);
  if (key !== undefined && random.chance(0.4)) entries.delete(key);
};

/** A key of another version, a typing mistake, or a key of nobody's. */
const strangeKey: Mutation = (entries, role, version, random) => {
  const key = random.pickAny(keysOf(role)) ?? '';
  if (isNotGenerated(key, role)) return;
  const other = CATALOGUE_VERSIONS.flatMap((one) => settingAt(role, key, one) ?? [])[0];
  if (!settingAt(role, key, version) && other) entries.set(key, valuesOf(other, random));
  else if (random.chance(0.5)) entries.set(key.replace(/.(?=[^.]*$)/, ''), '1');
  else entries.set('com.example.setting', 'x');
};

/** Settings that belong together, with numbers near each other, so that every order of them comes up. */
const breakGroup: Mutation = (entries, role, version, random) => {
  const group = random.pickAny(GROUPS[role] ?? []) ?? [];
  const unit = random.pick([1, 1000, 1000, 15_000, 1_048_576]);
  for (const key of group) {
    const setting = settingOf(role, key, version);
    if (!setting || isNotGenerated(key, role) || !random.chance(0.6)) continue;
    const isNumber = setting.type === 'INT' || setting.type === 'LONG' || setting.type === 'SHORT';
    const close = isNumber && random.chance(0.75);
    entries.set(key, close ? String(unit * random.pick([0, 1, 2, 3, 5, 30, 60])) : valuesOf(setting, random));
  }
};

/** A setting of a client in a file that hands it on, with or without the prefix. */
const clientSetting: Mutation = (entries, role, version, random) => {
  const prefixes = PREFIXES[role];
  const prefix = prefixes && random.pickAny(prefixes);
  if (!prefix) return setAny(entries, role, version, random);
  const setting = random.pickAny(settingsOf(prefix.role, version));
  if (setting && !isNotGenerated(setting.key, prefix.role))
    entries.set(prefix.text + setting.key, valuesOf(setting, random));
};

/** How a client gets to a cluster that asks for more than a connection. */
const secureClient: Mutation = (entries, role, version, random) => {
  const { text, role: client } = random.pickAny(PREFIXES[role] ?? []) ?? { text: '', role };
  if (!settingAt(client, 'sasl.mechanism', version)) return;
  for (const [key, value] of securityOf(client, text, version, random)) entries.set(key, value);
};

const MUTATIONS: readonly [Mutation, ...Mutation[]] = [
  setAny,
  setAny,
  changeOne,
  changeOne,
  removeOne,
  strangeKey,
  breakGroup,
  breakGroup,
  clientSetting,
  secureClient,
];

interface Prefix {
  readonly text: string;
  readonly role: Role;
}

const WORKER: readonly Prefix[] = [
  { text: 'producer.', role: 'producer' },
  { text: 'consumer.', role: 'consumer' },
  { text: 'admin.', role: 'admin' },
];

/** What a file says without a prefix reaches clients too. */
const PLAIN: readonly Prefix[] = [
  { text: '', role: 'producer' },
  { text: '', role: 'consumer' },
  { text: '', role: 'admin' },
];

const PREFIXES: Readonly<Partial<Record<Role, readonly Prefix[]>>> = {
  'connect-distributed': [...WORKER, ...PLAIN],
  'connect-standalone': [...WORKER, ...PLAIN],
  streams: [
    ...WORKER,
    ...PLAIN,
    { text: 'main.consumer.', role: 'consumer' },
    { text: 'restore.consumer.', role: 'consumer' },
  ],
  'mirror-maker': [
    { text: 'primary.consumer.', role: 'consumer' },
    { text: 'backup.producer.', role: 'producer' },
    { text: 'primary.admin.', role: 'admin' },
  ],
};

function settingOf(role: Role, key: string, version: KafkaVersion): Setting | undefined {
  const prefix = PREFIXES[role]?.find(({ text }) => text !== '' && key.startsWith(text));
  return prefix ? settingAt(prefix.role, key.slice(prefix.text.length), version) : settingAt(role, key, version);
}
