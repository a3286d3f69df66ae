import { librdkafkaKey } from '../catalogue/clients/librdkafka';
import { isMachineRole } from '../catalogue/machine/machine';
import type { Container } from '../model/container';
import type { CreatedTopic } from '../model/createdTopic';
import type { Directive } from '../model/document';
import type { Machine } from '../model/machine';
import type { Resource } from '../model/resource';
import { ROLES, type Role, type Scope } from '../model/scope';
import { contains, type Span } from '../model/span';
import type { Spring } from '../model/spring';
import type { KafkaVersion } from '../model/version';
import { fileNameOf } from '../protocol/fileKinds';
import { isComplete } from './completeness';
import { componentOf } from './components';
import { isDevelopmentPath } from './developmentPath';
import { brokersOf, environmentOf } from './environment';
import { isStockPath, isTemplateName, roleOfName } from './fileNames';
import { librdkafkaRole } from './librdkafka';
import { type MutableEntry, scopesOf } from './parts';
import { isForeign, isForeignKey, mirrorMakerAliases, roleOf, type Settings, settingsOf } from './role';
import { atLeastOldest, shownVersion } from './shownVersion';
import { type Hints, targetOf } from './target';

/** One thing that a settings format has found to be configured: a file, a service, a resource. */
export interface ScopeDraft {
  /** In the order of the text. Their keys are Kafka's own with every prefix: `producer.linger.ms`. */
  readonly entries: readonly MutableEntry[];
  readonly span: Span;
  /** What the text calls it, such as a service's name. */
  readonly name?: string;
  /** The role, where its surroundings leave no doubt (a kind of resource, an image); keys and names tell it otherwise. */
  readonly role?: Role;
  /** How much the keys have to say where no name does: more in files whose name is anybody's, or nothing at all. */
  readonly keysTell?: 'usual' | 'clear' | 'nothing';
  /** The path whose name tells of it, where it is not the document's own: a file that is embedded in another. */
  readonly path?: string;
  /** `fragment` where others, such as an image, may set what is absent; found out otherwise. */
  readonly completeness?: Scope['completeness'];
  /** The Kafka version that stands right beside it, such as an image's. */
  readonly version?: KafkaVersion;
  readonly brokers?: number;
  /** `development` where the surroundings show that; found out otherwise. */
  readonly environment?: Scope['environment'];
  readonly container?: Container;
  readonly resource?: Resource;
  readonly created?: CreatedTopic;
  readonly spring?: Spring;
  readonly machine?: Machine;
  readonly defaults?: ReadonlyMap<string, string | undefined>;
  /** How the format writes a key of Kafka's, prefix included; as it stands when absent. */
  written?(key: string): string;
}

/** What a whole document says about all its drafts. */
export interface Surroundings {
  /** The file's path with `/` or `\` between its parts. */
  readonly path: string;
  readonly directives: readonly Directive[];
  readonly hints: Hints | undefined;
  /** A template makes the text, so that absence tells nothing. */
  readonly templated: boolean;
}

/**
 * The scopes of a draft: its own first, then those of its parts, such as `producer.` in a Connect worker. None when it
 * is not surely Kafka's. Settles the keys of the draft's entries.
 */
export function settingsScopes(draft: ScopeDraft, around: Surroundings): Scope[] {
  const settings = settingsOf(draft.entries);
  const settled = settledRole(draft, around);
  const component = settled ? undefined : componentOf(settings);
  const librdkafkas = isClient(settled) && draft.keysTell !== 'nothing' ? librdkafkaRole(settings) : undefined;
  const role =
    settled ?? (component ? 'client' : (librdkafkas ?? recognisedRole(draft, pathOf(draft, around), settings)));
  if (!role) return [];
  const shown = shownVersion(role, settings, around.templated);
  const brokers = draft.brokers ?? brokersOf(role, settings);
  const facts = {
    role,
    client: librdkafkas ? ('rdkafka' as const) : ('java' as const),
    component,
    target: targetOf(role, around.directives, around.hints, {
      own: draft.version && atLeastOldest(draft.version),
      shown,
    }),
    environment:
      draft.environment ?? environmentOf(around.hints?.development ?? isDevelopmentPath(around.path), role, settings),
    completeness: component ? ('fragment' as const) : completenessOf(draft, role, settings, around),
    written: draft.written ?? asItStands,
    ...(draft.name !== undefined && { name: draft.name }),
    ...(brokers !== undefined && { brokers }),
    ...(draft.container && { container: draft.container }),
    ...(draft.resource && { resource: draft.resource }),
    ...(draft.created && { created: draft.created }),
    ...(draft.spring && { spring: draft.spring }),
    ...(draft.machine && { machine: draft.machine }),
    ...(draft.defaults && { defaults: draft.defaults }),
  };
  const entries = librdkafkas ? inKafkasTerms(draft.entries) : draft.entries.filter(({ key }) => !isForeignKey(key));
  return scopesOf(entries, facts, draft.span, mirrorMakerAliases(settings));
}

/** True also where the role is still to be found. */
function isClient(role: Role | undefined): boolean {
  return role === undefined || role === 'client' || role === 'producer' || role === 'consumer' || role === 'admin';
}

/** Entries of librdkafka's under the names that Kafka's own clients have for the same, so that their rules hold. */
function inKafkasTerms(entries: readonly MutableEntry[]): readonly MutableEntry[] {
  for (const entry of entries) entry.key = librdkafkaKey(entry.key)?.kafkaKey ?? entry.key;
  return entries;
}

function pathOf(draft: ScopeDraft, around: Surroundings): string {
  return draft.path ?? around.path;
}

const asItStands = (key: string): string => key;

/** A directive within the draft wins over its surroundings, and one elsewhere in the document over what keys tell. */
function settledRole({ role, span }: ScopeDraft, { directives, hints }: Surroundings): Role | undefined {
  // What a directive says of Kafka's settings changes no setting of the machine.
  if (role && isMachineRole(role)) return role;
  const within = directives.filter((directive) => contains(span, directive.span));
  return directiveRole(within) ?? role ?? directiveRole(directives) ?? hints?.role;
}

/** The last configuring directive wins, as with keys. */
function directiveRole(directives: readonly Directive[]): Role | undefined {
  const stated = directives.findLast((directive) => directive.kind === 'configure' && directive.role !== undefined);
  return stated?.kind === 'configure' ? ROLES.find((role) => role === stated.role) : undefined;
}

/** So many points of telling keys make a thing Kafka's where its name does not tell. */
const POINTS = { usual: 4, clear: 6 };

function recognisedRole({ keysTell = 'usual' }: ScopeDraft, path: string, settings: Settings): Role | undefined {
  if (isForeign(settings)) return undefined;
  const named = roleOfName(fileNameOf(path));
  if (settings.size === 0) return isStockPath(path) ? named : undefined;
  if (keysTell === 'nothing') return undefined;
  return roleOf(settings, { role: named, points: POINTS[keysTell], isKafkaPath: /kafka|kraft/i.test(path) });
}

function completenessOf(
  draft: ScopeDraft,
  role: Role,
  settings: Settings,
  { path, templated }: Surroundings,
): Scope['completeness'] {
  if (templated || isTemplateName(fileNameOf(path))) return 'fragment';
  if (draft.completeness) return draft.completeness;
  return isComplete(role, settings, roleOfName(fileNameOf(draft.path ?? path))) ? 'complete' : 'fragment';
}
