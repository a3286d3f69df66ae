import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { setEntry } from '../fixes';
import { SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { controllerListenerNames, type Listener, listenersOf, processRoles } from './support/listeners';

export const rule: ScopeRule = {
  id: 'broker/controller-listener-placement',
  summary: 'A controller listener stands where Kafka refuses it, or is missing',
  severity: 'error',
  roles: SERVER_ROLES,
  sources: ['KafkaConfig.validateValues (KRaft listeners); 3.8 also for advertised.listeners'],
  *check(reader: Reader): Iterable<Report> {
    const roles = processRoles(reader);
    const names = controllerListenerNames(reader);
    const entry = reader.entry('listeners');
    const found = listenersOf(reader, 'listeners');
    if (!roles || !names?.length || !entry || !found || found.malformed.length > 0) return;
    const { listeners } = found;
    const isController = (listener: Listener) => names.includes(listener.name);
    const keepOnly = (kept: readonly Listener[]) =>
      kept.length > 0 ? [setEntry(entry, kept.map(({ text }) => text).join(','))] : [];
    if (!roles.includes('controller')) {
      const wrong = listeners.find(isController);
      if (wrong) {
        const message = `${wrong.name} is a controller listener, and process.roles=broker must not have it in listeners: Kafka refuses to start.`;
        yield { span: entry.span, message, fixes: keepOnly(listeners.filter((one) => !isController(one))) };
      }
      return;
    }
    const missing = names.find((name) => !listeners.some((listener) => listener.name === name));
    if (missing) {
      const message = `The controller listener ${missing} is missing from listeners, so Kafka refuses to start.`;
      const added = [...listeners.map(({ text }) => text), `${missing}://:9093`].join(',');
      yield { span: entry.span, message, fixes: [setEntry(entry, added)] };
    } else if (!roles.includes('broker') && !listeners.every(isController)) {
      const message =
        'A node that is a controller only may have nothing but controller listeners: Kafka refuses to start.';
      yield { span: entry.span, message, fixes: keepOnly(listeners.filter(isController)) };
    }
  },
};
