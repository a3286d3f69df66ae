import { CATALOGUE_VERSIONS } from '../catalogue/catalogue';
import type { ConfigDocument } from '../model/document';
import type { Scope } from '../model/scope';
import { mapScopes } from '../model/tree';
import { isAtLeast, type KafkaVersion, versionOrder } from '../model/version';
import type { UpgradeReport } from './change';

/**
 * The version that a file is upgraded from: the stated one, else the one that it is for. Where nothing shows that, it is
 * taken to come from the last release before the target's major version, which every upgrade passes.
 */
export function startOf({ target }: Scope, to: KafkaVersion, stated: KafkaVersion | undefined): UpgradeReport['from'] {
  if (stated) return { version: stated, source: 'setting' };
  if (target.source !== 'newest') return { version: target.version, source: target.source };
  const major = Math.floor(versionOrder(to) / 100);
  const before = CATALOGUE_VERSIONS.findLast((version) => !isAtLeast(version, `${major}.0`));
  return { version: before ?? to, source: 'assumed' };
}

/** The document as if somebody had said that it is for that version. Entries stay the same objects. */
export function asFor(document: ConfigDocument, version: KafkaVersion): ConfigDocument {
  return { ...document, scopes: mapScopes(document.scopes, () => ({ target: { version, source: 'setting' } })) };
}
