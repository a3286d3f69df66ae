import { lookup } from '../../catalogue/catalogue';
import { listenerOf } from '../../catalogue/ownership';
import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { renameEntry } from '../fixes';
import { SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { controllerListenerNames, isUncertain, listenersOf } from './support/listeners';

const BETWEEN = 'inter.broker.listener.name';

export const rule: ScopeRule = {
  id: 'broker/listener-key-ignored',
  summary: 'A setting is for a listener that the server does not have under this name',
  severity: 'warning',
  roles: SERVER_ROLES,
  sources: ['ListenerName.configPrefix (lower case)', 'AbstractConfig.valuesWithPrefixOverride'],
  *check(reader: Reader): Iterable<Report> {
    if (isUncertain(reader, 'listeners', 'controller.listener.names')) return;
    const names = namesIn(reader);
    const isSaid = new Set<string>();
    for (const entry of reader.scope.entries) {
      const written = listenerOf(entry.key);
      if (written === undefined || entry.overriddenBy) continue;
      const right = written.toLowerCase();
      if (right !== written) {
        const prefix = `listener.name.${right}.`;
        const key = prefix + entry.key.slice(prefix.length);
        const message = `${entry.writtenKey} is ignored: Kafka looks for the listener's name in lower case, ${prefix.slice(0, -1)}.`;
        yield { span: entry.keySpan, message, fixes: reader.has(key) ? [] : [renameEntry(reader, entry, key)] };
      } else if (names && !names.includes(written) && !isSaid.has(written) && isKafkas(reader, entry.key)) {
        isSaid.add(written);
        const message = `${entry.writtenKey} is ignored: there is no listener ${written.toUpperCase()} (${names.join(', ').toUpperCase()}).`;
        yield { span: entry.keySpan, message };
      }
    }
  },
};

/** In lower case, as keys have them; undefined where the listeners stand elsewhere. */
function namesIn(reader: Reader): readonly string[] | undefined {
  const bound = listenersOf(reader, 'listeners');
  const controllers = controllerListenerNames(reader);
  if (!bound || bound.malformed.length > 0 || !controllers) return undefined;
  // A controller has no listener for brokers, and Kafka checks all the same how it would log in there.
  const between = reader.has(BETWEEN) ? reader.string(BETWEEN) : '';
  if (between === undefined) return undefined;
  const names = [...bound.listeners.map(({ name }) => name), ...controllers, between];
  return [...new Set(names.map((name) => name.trim().toLowerCase()).filter(Boolean))];
}

/** A key that a plugin of the listener reads is the plugin's own business. */
function isKafkas({ scope }: Reader, key: string): boolean {
  const words = key.split('.').slice(3);
  return words.some((_, index) => lookup(scope.role, words.slice(index).join('.')) !== undefined);
}
