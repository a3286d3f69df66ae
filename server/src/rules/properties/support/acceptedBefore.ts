import { CATALOGUE_VERSIONS } from '../../../catalogue/catalogue';
import type { Entry } from '../../../model/entry';
import type { Scope } from '../../../model/scope';
import type { KafkaVersion } from '../../../model/version';
import { definitionsOf } from '../../support/definitions';
import { refusalByAll } from './valueVerdict';

/**
 * The newest version that still accepts the value, when nobody has said which version the file is for: then
 * the file may well be for that one. Undefined when the version is known, or no version accepts it.
 */
export function acceptedBefore(scope: Scope, entry: Entry): KafkaVersion | undefined {
  if (scope.target.source !== 'newest') return undefined;
  return CATALOGUE_VERSIONS.toReversed().find((version) => {
    const settings = definitionsOf({ role: scope.role, target: { ...scope.target, version } }, entry.key);
    return settings.length > 0 && !refusalByAll(settings, entry.value.text);
  });
}
