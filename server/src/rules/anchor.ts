import type { Reader } from '../catalogue/reader';
import type { Span } from '../model/span';

/**
 * Where a finding about an absent key is shown: the first key of the scope, so that it stands at one stable
 * place and does not underline the whole file; rather one that is the scope's alone, and in code of other
 * libraries the name of what makes the client. Undefined for an empty scope, which has nothing to point at.
 */
export function anchorOf(reader: Reader): Span | undefined {
  const { client, creation } = reader.scope;
  if (client !== 'java' && creation) return creation.methodSpan;
  return reader.first()?.keySpan;
}
