import { lookup } from '../../catalogue/catalogue';
import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { RuleContext } from '../rule';
import { clientsReading } from '../streams/support/derived';

const STREAMS_PREFIX = /^(?:(?:main\.|restore\.|global\.)?consumer|producer|admin)\.$/;

/**
 * True for a client's setting in a Streams file that reaches no client: Streams puts its own in its place, or a more
 * special prefix does. Such a value does no harm, however wrong.
 */
export function isReplaced({ scope }: Reader, { document }: RuleContext, { key, value }: Entry): boolean {
  const [outer] = document.scopes;
  if (outer?.role !== 'streams') return false;
  if (scope.prefix === '' ? lookup('streams', key)?.at(scope.target.version) : !STREAMS_PREFIX.test(scope.prefix)) {
    return false;
  }
  const isClients = (['producer', 'consumer', 'admin'] as const).some((role) => lookup(role, key));
  if (!isClients) return false;
  const clients = clientsReading(document, scope.target.version, scope.prefix, key);
  // Streams adds the number of the thread to the name of a member, so that none is empty.
  const isNamed = key === 'group.instance.id' && value.kind === 'literal' && value.text.trim() === '';
  return clients.length === 0 || isNamed;
}
