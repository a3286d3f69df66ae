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
import type { ParseInput } from './format';

/**
 * The Kafka version that a file is for: what a directive says, else the user's setting, else what files around it show,
 * else what its own text shows. No role stands for programs in other languages, whose clients have versions of their own.
 */
export function targetOf(
  role: Role | undefined,
  directives: readonly Directive[],
  hints: ParseInput['hints'],
  shown?: KafkaVersion,
): TargetVersion {
  const stated = statedVersion(directives);
  if (stated) return { version: stated, source: 'directive' };
  if (hints?.version) return { version: hints.version, source: 'setting' };
  const found = foundFor(role, hints?.found);
  // A text that shows to be older than 4.0 belongs to something else than the 4.x that a file beside it names.
  const isOlder = shown !== undefined && found !== undefined && isAtLeast(found.version, '4.0');
  if (isOlder) return { version: shown, source: 'content', beside: found };
  if (found) return { ...found, source: 'workspace' };
  return shown ? { version: shown, source: 'content' } : { version: NEWEST_VERSION, source: 'newest' };
}

function statedVersion(directives: readonly Directive[]): KafkaVersion | undefined {
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
