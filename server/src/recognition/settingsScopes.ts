import type { Directive } from '../model/document';
import { ROLES, type Role, type Scope } from '../model/scope';
import { contains, type Span } from '../model/span';
import type { KafkaVersion } from '../model/version';
import { fileNameOf } from '../protocol/fileKinds';
import { isComplete } from './completeness';
import { isDevelopmentPath } from './developmentPath';
import { brokersOf, environmentOf } from './environment';
import { isStockPath, isTemplateName, roleOfName } from './fileNames';
import { type MutableEntry, scopesOf } from './parts';
import { isForeign, mirrorMakerAliases, roleOf, type Settings, settingsOf } from './role';
import { shownVersion } from './shownVersion';
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
  const role = settledRole(draft, around) ?? recognisedRole(draft, draft.path ?? around.path, settings);
  if (!role) return [];
  const shown = shownVersion(role, settings, around.templated);
  const brokers = draft.brokers ?? brokersOf(role, settings);
  const facts = {
    role,
    target: targetOf(role, around.directives, around.hints, { own: draft.version, shown }),
    environment: environmentOf(around.hints?.development ?? isDevelopmentPath(around.path), role, settings),
    completeness: completenessOf(draft, role, settings, around),
    written: draft.written ?? asItStands,
    ...(draft.name !== undefined && { name: draft.name }),
    ...(brokers !== undefined && { brokers }),
  };
  return scopesOf(draft.entries, facts, draft.span, mirrorMakerAliases(settings));
}

const asItStands = (key: string): string => key;

/** A directive within the draft wins over its surroundings, and one elsewhere in the document over what keys tell. */
function settledRole({ role, span }: ScopeDraft, { directives, hints }: Surroundings): Role | undefined {
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
