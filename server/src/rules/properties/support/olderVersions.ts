import { CATALOGUE_VERSIONS } from '../../../catalogue/catalogue';
import { definitionsOf } from '../../../catalogue/ownership';
import type { Constraint } from '../../../catalogue/types';
import type { Entry } from '../../../model/entry';
import type { Scope } from '../../../model/scope';
import type { KafkaVersion } from '../../../model/version';
import { refusalByAll } from './valueVerdict';

/**
 * What older versions make of a value that the target version refuses, when nobody has said which version the file
 * is for: the newest that accepts it by a range or a choice of its own, `unjudged` when one has no such check
 * (and may refuse the value later on), else undefined.
 */
export function olderVersionTaking(scope: Scope, entry: Entry): KafkaVersion | 'unjudged' | undefined {
  if (scope.target.source !== 'newest') return undefined;
  let unjudged = false;
  for (const version of CATALOGUE_VERSIONS.toReversed()) {
    const definitions = definitionsOf({ role: scope.role, target: { ...scope.target, version } }, entry.key);
    if (definitions.length === 0 || refusalByAll(definitions, entry.value.text)) continue;
    if (definitions.some(({ constraint }) => judges(constraint))) return version;
    unjudged = true;
  }
  return unjudged ? 'unjudged' : undefined;
}

function judges(constraint: Constraint | undefined): boolean {
  return constraint?.min !== undefined || constraint?.max !== undefined || constraint?.oneOf !== undefined;
}
