import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import { setEntry } from '../fixes';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import {
  isIdle,
  isUncertain,
  type Listener,
  listenersOf,
  unadvertisedNames,
  writtenAdvertised,
} from './support/listeners';

export const rule: ScopeRule = {
  id: 'broker/advertised-listeners-invalid',
  summary: 'The broker advertises an address that nobody can reach, or a listener that it has not',
  severity: 'error',
  roles: BROKER_ROLES,
  sources: ['KafkaConfig.validateValues (advertised.listeners)'],
  *check(reader: Reader): Iterable<Report> {
    if (isUncertain(reader, 'listeners', 'advertised.listeners')) return;
    const bound = listenersOf(reader, 'listeners');
    const advertised = writtenAdvertised(reader);
    const entry = reader.entry('advertised.listeners') ?? reader.entry('listeners');
    const controllers = unadvertisedNames(reader);
    if (!entry || !controllers || bound?.malformed.length || advertised?.malformed.length) return;
    // Controllers advertise from 3.9 on.
    const ofControllers = new Set(controllers);
    const isJudged = (name: string) => !ofControllers.has(name) || (advertised && reader.atLeast('3.9'));
    const effective = (advertised ?? bound)?.listeners ?? [];
    const everywhere = effective.find(({ name, host }) => host === '0.0.0.0' && isJudged(name));
    if (everywhere) {
      const where = advertised ? 'advertised.listeners' : 'listeners, which is advertised as it stands,';
      const message = `${where} has 0.0.0.0, which nobody can connect to: Kafka refuses to start. Set advertised.listeners to the name that clients use.`;
      yield { span: entry.span, message, fixes: [ownName(entry)] };
    }
    if (isIdle(reader) || (!bound && !listensOnDefault(reader))) return;
    const names = bound?.listeners.map(({ name }) => name) ?? ['PLAINTEXT'];
    const known = new Set([...names, ...controllers]);
    const orphan = advertised?.listeners.find(({ name }) => !known.has(name));
    if (orphan) {
      const message = `The advertised listener ${orphan.name} is not among the listeners (${names.join(', ')}): Kafka refuses to start.`;
      yield { span: entry.span, message, fixes: advertised ? renamed(reader, orphan, bound?.listeners ?? []) : [] };
    }
  },
};

/** A fragment may have its listeners elsewhere, and some images listen on all that is advertised. */
function listensOnDefault({ scope }: Reader): boolean {
  return scope.completeness === 'complete' && !scope.defaults?.has('listeners');
}

/** Without a host a listener is bound to every interface, and advertised by the name of the host. */
function ownName(entry: Entry): Fix {
  const value = entry.value.text.trim().replaceAll('://0.0.0.0:', '://:');
  return { ...setEntry(entry, value), title: 'Leave out 0.0.0.0 (the host’s own name is advertised)' };
}

/** The listener on that port was probably meant. */
function renamed(reader: Reader, orphan: Listener, bound: readonly Listener[]): Fix[] {
  const entry = reader.entry('advertised.listeners');
  const meant = bound.find(({ port }) => port === orphan.port);
  if (!entry || !meant) return [];
  const written = orphan.text.slice(0, orphan.text.indexOf('://'));
  return [setEntry(entry, entry.value.text.trim().replace(`${written}://`, `${meant.name}://`))];
}
