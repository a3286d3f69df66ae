import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { addOrSet } from '../fixes';
import { SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { boundListeners, controllerListenerNames, type Listener, processRoles } from './support/listeners';

export const rule: ScopeRule = {
  id: 'broker/controller-listener-placement',
  summary: 'A controller listener stands where Kafka rejects it, or is missing',
  severity: 'error',
  from: '3.0',
  roles: SERVER_ROLES,
  sources: ['KafkaConfig.validateValues (KRaft listeners); 3.8 also for advertised.listeners'],
  *check(reader: Reader): Iterable<Report> {
    const roles = processRoles(reader);
    const names = controllerListenerNames(reader);
    // A node without listeners has PLAINTEXT, which is no controller's.
    const written = reader.entry('listeners');
    const entry = written ?? reader.entry('controller.listener.names');
    const found = boundListeners(reader);
    if (!roles?.length || !names?.length || !entry || !found || found.malformed.length > 0) return;
    const { listeners } = found;
    const isController = (listener: Listener) => names.includes(listener.name);
    // Kafka 3.0 asks no more than that a controller listens at all.
    if (!reader.atLeast('3.1') && (!roles.includes('controller') || listeners.some(isController))) return;
    const keepOnly = (kept: readonly Listener[]) =>
      kept.length > 0 ? [addOrSet(reader, 'listeners', kept.map(({ text }) => text).join(','))] : [];
    if (!roles.includes('controller')) {
      const wrong = listeners.find(isController);
      if (wrong) {
        const message = `${wrong.name} is a controller listener, and process.roles=broker must not have it in listeners: Kafka fails to start.`;
        yield { span: entry.span, message, fixes: keepOnly(listeners.filter((one) => !isController(one))) };
      }
      return;
    }
    const missing = names.find((name) => !listeners.some((listener) => listener.name === name));
    if (missing) {
      const message = `The controller listener ${missing} is missing from listeners, so Kafka fails to start.${caseHint(missing, listeners)}`;
      const kept = written || roles.includes('broker') ? listeners.map(({ text }) => text) : [];
      const added = [...kept, `${missing}://:9093`].join(',');
      yield {
        span: entry.span,
        message,
        fixes: caseHint(missing, listeners) ? [] : [addOrSet(reader, 'listeners', added)],
      };
    } else if (!roles.includes('broker') && !hasOnly(reader, listeners, names)) {
      const message =
        'A node that is a controller only may have nothing but controller listeners: Kafka fails to start.';
      yield { span: entry.span, message, fixes: keepOnly(listeners.filter(isController)) };
    }
  },
};

/** From 3.9 on Kafka compares how many there are, so that a name which stands twice counts twice. */
function hasOnly(reader: Reader, listeners: readonly Listener[], names: readonly string[]): boolean {
  if (!reader.atLeast('3.9')) return listeners.every(({ name }) => names.includes(name));
  const bound = names.filter((name) => listeners.some((listener) => listener.name === name));
  return bound.length === listeners.length;
}

/** Kafka writes the names of listeners in upper case, but not those of controllers. */
function caseHint(missing: string, listeners: readonly Listener[]): string {
  const upper = missing.trim().toUpperCase();
  const isCase = missing !== upper && listeners.some(({ name }) => name === upper);
  return isCase ? ` Kafka knows the listener as ${upper}: controller.listener.names has to have exactly that.` : '';
}
