import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { controllerListenerNames, isUncertain, listenersOf } from './support/listeners';

export const rule: ScopeRule = {
  id: 'broker/advertised-listeners-invalid',
  summary: 'The broker advertises an address that nobody can reach, or a listener that it has not',
  severity: 'error',
  roles: BROKER_ROLES,
  sources: ['KafkaConfig.validateValues (advertised.listeners)'],
  *check(reader: Reader): Iterable<Report> {
    if (isUncertain(reader, 'listeners', 'advertised.listeners')) return;
    const bound = listenersOf(reader, 'listeners');
    const advertised = listenersOf(reader, 'advertised.listeners');
    const entry = reader.entry('advertised.listeners') ?? reader.entry('listeners');
    const controllers = controllerListenerNames(reader);
    if (!entry || !controllers || bound?.malformed.length || advertised?.malformed.length) return;
    const effective = (advertised ?? bound)?.listeners.filter(({ name }) => !controllers.includes(name)) ?? [];
    const everywhere = effective.find(({ host }) => host === '0.0.0.0');
    if (everywhere) {
      const where = advertised ? 'advertised.listeners' : 'listeners, which is advertised as it stands,';
      const message = `${where} has 0.0.0.0, which nobody can connect to: Kafka refuses to start. Set advertised.listeners to the name that clients use.`;
      yield { span: entry.span, message };
    }
    if (!bound && reader.scope.completeness === 'fragment') return;
    const names = bound?.listeners.map(({ name }) => name) ?? ['PLAINTEXT'];
    const orphan = advertised?.listeners.find(({ name }) => !names.includes(name) && !controllers.includes(name));
    if (orphan) {
      const message = `The advertised listener ${orphan.name} is not among the listeners (${names.join(', ')}): Kafka refuses to start.`;
      yield { span: entry.span, message };
    }
  },
};
