import { NEWEST_VERSION } from '../catalogue/catalogue';
import type { Directive } from '../model/document';
import { type KafkaVersion, parseVersion, type TargetVersion } from '../model/version';

/** The Kafka version that a file is for: what a directive says, else the user's setting, else what its text shows. */
export function targetOf(
  directives: readonly Directive[],
  hint: KafkaVersion | undefined,
  shown?: KafkaVersion,
): TargetVersion {
  const stated = statedVersion(directives);
  if (stated) return { version: stated, source: 'directive' };
  if (hint) return { version: hint, source: 'setting' };
  return shown ? { version: shown, source: 'content' } : { version: NEWEST_VERSION, source: 'newest' };
}

function statedVersion(directives: readonly Directive[]): KafkaVersion | undefined {
  for (const directive of directives.toReversed()) {
    const version = directive.kind === 'configure' && directive.version ? parseVersion(directive.version) : undefined;
    if (version) return version;
  }
  return undefined;
}
