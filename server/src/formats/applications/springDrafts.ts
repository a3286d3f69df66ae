import { lookup } from '../../catalogue/catalogue';
import { hasPlaceholder } from '../../catalogue/placeholders';
import type { Entry, Value } from '../../model/entry';
import type { Role } from '../../model/scope';
import type { Span } from '../../model/span';
import type { MutableEntry } from '../../recognition/parts';
import type { ScopeDraft } from '../../recognition/settingsScopes';
import {
  type SpringClient,
  type SpringProperty,
  springName,
  springProperty,
  springValue,
} from '../../recognition/springNames';
import { linkLast } from '../overridden';

/** A property below `spring.kafka`, in whatever syntax. */
export interface WrittenProperty {
  /** Without `spring.kafka.`, in the author's spelling. */
  readonly name: string;
  /** Its value is what Spring's environment has. */
  readonly entry: MutableEntry;
}

/** How a syntax keeps entries and writes names. */
export interface SpringSyntax {
  readonly span: Span;
  /** The file is meant for all profiles, so that what it lacks is set nowhere. */
  readonly whole: boolean;
  /** The file speaks of the client, even if it sets nothing for it. */
  has(client: SpringClient): boolean;
  /** The entry of a setting, so that it can be changed; `native` is one behind `properties.`. */
  settle(
    entry: MutableEntry,
    meaning: { readonly client: SpringClient; readonly native: boolean },
    original: MutableEntry,
  ): MutableEntry;
  /** An entry of all clients, for the scope of one. */
  inherit(entry: MutableEntry): MutableEntry;
  written(client: SpringClient, name: string): string;
}

export interface SpringDraft extends ScopeDraft {
  readonly client: SpringClient;
}

const CLIENTS = ['producer', 'consumer', 'admin', 'streams'] as const satisfies readonly Role[];

/** What the properties of an application configure, a draft for each of its clients. */
export function springDrafts(properties: readonly WrittenProperty[], syntax: SpringSyntax): SpringDraft[] {
  if (properties.length === 0) return [];
  const { settings, unread, listener } = sorted(properties, syntax);
  const clients = CLIENTS.filter((client) => syntax.has(client) || settings.some((one) => one.client === client));
  const common = inForce(settings.filter(({ client }) => client === 'common'));
  // What belongs to no client is told once.
  const unreadOf = (client: SpringClient, isFirst: boolean): Entry[] =>
    unread.filter((one) => one.client === client || (isFirst && one.client === 'common')).map(({ entry }) => entry);
  const own = clients.map((client, index): SpringDraft => {
    const entries = inForce(settings.filter((setting) => setting.client === client));
    const inherited = common.filter(({ key }) => lookup(client, key) && !entries.some((entry) => entry.key === key));
    return {
      ...shared(client, syntax),
      role: client,
      name: client,
      completeness: syntax.whole ? 'complete' : 'fragment',
      spring: { own: ownOf(listener, entries), unread: unreadOf(client, index === 0) },
      entries: [...inherited.map(inheritedBy(syntax)), ...entries],
      defaults: DEFAULTS[client],
    };
  });
  if (own.length > 0) return own;
  return [
    {
      ...shared('common', syntax),
      role: 'client',
      completeness: 'fragment',
      spring: { own: ownOf(listener, common), unread: unreadOf('common', true) },
      entries: common,
    },
  ];
}

function shared(client: SpringClient, { span, written }: SpringSyntax) {
  return { client, span, written: (key: string) => written(client, springName(client, key)) };
}

function inheritedBy({ inherit }: SpringSyntax): (entry: MutableEntry) => MutableEntry {
  return (entry) => {
    const own = inherit(entry);
    own.shared = true;
    return own;
  };
}

/** Kafka's own names win over Boot's, wherever they stand. */
function inForce(settings: readonly Placed[]): readonly MutableEntry[] {
  linkLast(settings.toSorted((a, b) => Number(a.native) - Number(b.native)).map(({ entry }) => entry));
  return settings.map(({ entry }) => entry);
}

interface Sorted {
  readonly settings: readonly Placed[];
  readonly unread: readonly Placed[];
  readonly listener: readonly (readonly [string, Entry])[];
}

interface Placed {
  readonly client: SpringClient;
  /** Behind `properties.`. */
  readonly native: boolean;
  readonly entry: MutableEntry;
}

function sorted(properties: readonly WrittenProperty[], syntax: SpringSyntax): Sorted {
  const settings: Placed[] = [];
  const unread: Placed[] = [];
  const listener: [string, Entry][] = [];
  for (const { name, entry } of properties) {
    const meaning = springProperty(name);
    if (meaning.kind === 'setting') settings.push(settingOf(entry, meaning, syntax));
    else if (meaning.kind === 'unknown') {
      const { client } = meaning;
      const unsettled = { ...entry, key: meaning.name };
      unread.push({ client, native: false, entry: syntax.settle(unsettled, { client, native: false }, entry) });
    } else if (/^listener\./i.test(name)) listener.push([name.toLowerCase().replaceAll('_', '-'), entry]);
  }
  return { settings, unread, listener };
}

function settingOf(
  entry: MutableEntry,
  { client, key, unit, native }: Extract<SpringProperty, { kind: 'setting' }>,
  syntax: SpringSyntax,
): Placed {
  const { value } = entry;
  const converted = value.kind === 'literal' ? { ...value, text: springValue(value.text, unit) ?? value.text } : value;
  return { client, native, entry: syntax.settle({ ...entry, key, value: converted }, { client, native }, entry) };
}

/** Serializers of Spring have settings among those of Kafka. */
function ownOf(listener: readonly (readonly [string, Entry])[], entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const settings = entries.filter(({ key }) => key.startsWith('spring.')).map((entry) => [entry.key, entry] as const);
  return new Map([...listener, ...settings]);
}

/** What Boot and its listener containers set where the file does not. */
const DEFAULTS: Readonly<Record<Exclude<SpringClient, 'common'>, ReadonlyMap<string, string | undefined>>> = {
  producer: new Map([['bootstrap.servers', 'localhost:9092']]),
  consumer: new Map([
    ['bootstrap.servers', 'localhost:9092'],
    ['enable.auto.commit', 'false'],
    ['isolation.level', 'read_uncommitted'],
  ]),
  admin: new Map(),
  streams: new Map(),
};

/** A value as applications fill in its placeholders, such as `${KAFKA:localhost:9092}`; their defaults count. */
export function applicationValue(text: string | undefined, span: Span): Value {
  if (text === undefined) return { kind: 'dynamic', text: '', span };
  const fallback = /^\$\{[\w.-]+:([^${}]*)\}$/.exec(text.trim())?.[1];
  if (fallback !== undefined && !hasPlaceholder(fallback))
    return { kind: 'literal', text: fallback, span, fallback: true };
  return { kind: hasPlaceholder(text) ? 'dynamic' : 'literal', text, span };
}
