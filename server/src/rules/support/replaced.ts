import { lookup } from '../../catalogue/catalogue';
import type { Reader } from '../../catalogue/reader';
import { clientsReading } from '../../catalogue/streamsClients';
import type { Entry } from '../../model/entry';
import { rootOf } from '../../model/tree';

/**
 * True for a client's setting in a Streams application that reaches no client: Streams puts its own in its place, or a
 * more special part does. Such a value does no harm, however wrong.
 */
export function isReplaced({ scope }: Reader, { key, value }: Entry): boolean {
  const root = rootOf(scope);
  if (root.role !== 'streams' || scope.part?.kind === 'topic') return false;
  if (!scope.part && lookup('streams', key)?.at(scope.target.version)) return false;
  const isClients = (['producer', 'consumer', 'admin'] as const).some((role) => lookup(role, key));
  if (!isClients) return false;
  const clients = clientsReading(root, scope.part?.kind ?? 'process', key);
  // Streams adds the number of the thread to the name of a member, so that none is empty.
  const isNamed = key === 'group.instance.id' && value.kind === 'literal' && value.text.trim() === '';
  return clients.length === 0 || isNamed;
}
