import { NEWEST_VERSION } from '../catalogue/catalogue';
import type { Directive } from '../model/document';
import type { Role } from '../model/scope';
import {
  type FoundVersion,
  type FoundVersions,
  isAtLeast,
  type KafkaVersion,
  parseVersion,
  type TargetVersion,
} from '../model/version';

/** What the user has settled for a file; a directive in the text still wins. */
export interface Hints {
  readonly role?: Role;
  readonly version?: KafkaVersion;
  /** What files around it show. */
  readonly found?: FoundVersions;
  /** Whether the file's place in its project shows a test or an example; told from the path when absent. */
  readonly development?: boolean;
}

/** What the text itself shows. */
interface Shown {
  /** Right beside the scope, such as the image of its container. */
  readonly own?: KafkaVersion | undefined;
  /** By its settings. */
  readonly shown?: KafkaVersion | undefined;
}

/**
 * The Kafka version that a scope is for: what a directive says, else the user's setting, else what stands right beside
 * it, else what files around it show, else what its settings show. No role stands for programs in other languages,
 * whose clients have versions of their own.
 */
export function targetOf(
  role: Role | undefined,
  directives: readonly Directive[],
  hints: Hints | undefined,
  { own, shown }: Shown = {},
): TargetVersion {
  const stated = statedVersion(directives);
  if (stated) return { version: stated, source: 'directive' };
  if (hints?.version) return { version: hints.version, source: 'setting' };
  if (own) return { version: own, source: 'content' };
  const found = foundFor(role, hints?.found);
  // A text that shows to be older than 4.0 belongs to something else than the 4.x that a file beside it names.
  const isOlder = shown !== undefined && found !== undefined && isAtLeast(found.version, '4.0');
  if (isOlder) return { version: shown, source: 'content', beside: found };
  if (found) return { ...found, source: 'workspace' };
  return shown ? { version: shown, source: 'content' } : { version: NEWEST_VERSION, source: 'newest' };
}

/** The version that the last directive with one says. */
export function statedVersion(directives: readonly Directive[]): KafkaVersion | undefined {
  for (const directive of directives.toReversed()) {
    const version = directive.kind === 'configure' && directive.version ? parseVersion(directive.version) : undefined;
    if (version) return version;
  }
  return undefined;
}

/** A program's clients come from its build, whatever the servers run; Connect and MirrorMaker come with the servers. */
function foundFor(role: Role | undefined, found: FoundVersions | undefined): FoundVersion | undefined {
  switch (role) {
    case undefined:
      return undefined;
    case 'producer':
    case 'consumer':
    case 'admin':
    case 'client':
    case 'streams':
      return found?.clients;
    default:
      return found?.servers;
  }
}
