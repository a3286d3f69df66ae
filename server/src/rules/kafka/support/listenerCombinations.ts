import type { Reader } from '../../../catalogue/reader';
import {
  advertisedToClients,
  boundListeners,
  controllerListenerNames,
  hasSecureNames,
  isIdle,
  isKraft,
  isUncertain,
  listenersOf,
  processRoles,
  protocolMap,
  SECURITY_PROTOCOLS,
} from '../../broker/support/listeners';
import { BROKER_ROLES, SERVER_ROLES } from '../../roles';
import { elementsOf } from '../../support/elements';
import type { Clash, Combination } from './combination';

const ADVERTISED = 'advertised.listeners';
const CONTROL_PLANE = 'control.plane.listener.name';
const EARLY = 'early.start.listeners';
const LISTENER_KEYS = ['listeners', ADVERTISED, 'controller.listener.names'];

/** KafkaConfig's checks of listeners that no rule about listeners has. */
export const LISTENER_COMBINATIONS: readonly Combination[] = [
  { roles: BROKER_ROLES, clash: nothingAdvertised },
  { roles: BROKER_ROLES, from: '3.1', until: '3.9', clash: advertisedController },
  { roles: ['controller'], from: '3.1', until: '3.9', clash: advertisingController },
  { roles: SERVER_ROLES, from: '3.1', clash: unmappedController },
  { roles: SERVER_ROLES, clash: unmappedInterBroker },
  { roles: ['controller'], clash: nameAndProtocol },
  { roles: ['controller'], from: '4.0', clash: interBrokerOnController },
  { roles: ['controller'], from: '3.9', clash: unreachable },
  { roles: SERVER_ROLES, from: '4.1', until: '4.2', clash: controllerTwice },
  { roles: SERVER_ROLES, from: '3.3', clash: unknownEarlyStart },
  { roles: SERVER_ROLES, until: '4.0', clash: controlPlane },
  { roles: SERVER_ROLES, until: '3.0', clash: noHost },
];

function nothingAdvertised(reader: Reader): Clash | undefined {
  if (isUncertain(reader, ...LISTENER_KEYS) || isIdle(reader) || advertisedToClients(reader)?.length !== 0)
    return undefined;
  const message = 'No listener is left that clients and other brokers could connect to: Kafka fails to start.';
  return { keys: LISTENER_KEYS, message };
}

function advertisedController(reader: Reader): Clash | undefined {
  const advertised = listenersOf(reader, ADVERTISED)?.listeners;
  const names = new Set(controllerListenerNames(reader));
  const wrong = advertised?.find(({ name }) => names.has(name));
  if (!wrong || !isKraft(reader)) return undefined;
  const message = `${wrong.name} is a controller listener, which must not be in ${ADVERTISED} before Kafka 3.9: Kafka fails to start.`;
  return { keys: [ADVERTISED], message };
}

function advertisingController(reader: Reader): Clash | undefined {
  if (!reader.has(ADVERTISED) || isUncertain(reader, ADVERTISED) || !isKraft(reader)) return undefined;
  const message = `A controller must not set ${ADVERTISED} before Kafka 3.9: Kafka fails to start.`;
  return { keys: [ADVERTISED], message, change: { remove: ADVERTISED } };
}

/** A broker maps the controllers' listeners, which it has not itself; without a map of its own only by exact names. */
function unmappedController(reader: Reader): Clash | undefined {
  const roles = processRoles(reader);
  const key = 'controller.listener.names';
  const isFragment = reader.scope.completeness === 'fragment';
  if (roles?.join() !== 'broker' || isFragment || reader.has('listener.security.protocol.map')) return undefined;
  const secure = hasSecureNames(reader);
  const unmapped = controllerListenerNames(reader)?.find((name) => {
    const upper = name.toUpperCase();
    return !SECURITY_PROTOCOLS.includes(upper) && (secure || name !== upper);
  });
  if (unmapped === undefined) return undefined;
  const message = `${key} has ${unmapped}, for which Kafka finds no security protocol: it needs listener.security.protocol.map, or fails to start.`;
  return { keys: [key], message };
}

const HOST = /^\[?[0-9a-zA-Z\-%._:]*\]?$/;

/** Before 3.0 a broker without listeners made one of these. */
function noHost(reader: Reader): Clash | undefined {
  const key = [
    ['host.name', 'listeners'],
    ['advertised.host.name', ADVERTISED],
  ].find(([old = '', replacement = '']) => {
    const host = reader.setString(old)?.value;
    return host !== undefined && !HOST.test(host) && !reader.has(replacement);
  })?.[0];
  return key === undefined ? undefined : { keys: [key], message: `${key} is not a host name: Kafka fails to start.` };
}

function unmappedInterBroker(reader: Reader): Clash | undefined {
  const key = 'inter.broker.listener.name';
  const name = reader.setString(key)?.value.toUpperCase();
  // A broker that advertises something has it among that, which is a rule of its own.
  const isBroker = reader.scope.role !== 'controller' && !isIdle(reader);
  if (name === undefined || isMapped(reader, name) || (isBroker && advertisedToClients(reader)?.length !== 0))
    return undefined;
  const message = `${key} is ${name}, for which listener.security.protocol.map has no protocol: Kafka fails to start.`;
  return { keys: [key], message };
}

function interBrokerOnController(reader: Reader): Clash | undefined {
  const key = 'inter.broker.listener.name';
  const name = reader.setString(key)?.value.toUpperCase();
  if (name === undefined || !isKraft(reader) || !controllerListenerNames(reader)?.includes(name)) return undefined;
  const message = `${key} names ${name}, which is in controller.listener.names: Kafka fails to start.`;
  return { keys: [key], message, change: { remove: key } };
}

/** For brokers a rule about what they advertise has it. */
function unreachable(reader: Reader): Clash | undefined {
  const listeners = reader.has(ADVERTISED) ? listenersOf(reader, ADVERTISED)?.listeners : undefined;
  if (!listeners?.some(({ host }) => host === '0.0.0.0')) return undefined;
  const message = `${ADVERTISED} has 0.0.0.0, which nobody can connect to: Kafka fails to start.`;
  return { keys: [ADVERTISED], message, change: { remove: ADVERTISED } };
}

/** For brokers a rule about how they reach each other has it. */
function nameAndProtocol(reader: Reader): Clash | undefined {
  const [name, protocol] = ['inter.broker.listener.name', 'security.inter.broker.protocol'] as const;
  if (!reader.has(name) || !reader.has(protocol) || isUncertain(reader, name, protocol)) return undefined;
  const message = `Only one of ${name} and ${protocol} may be set: Kafka fails to start.`;
  return { keys: [protocol], message, change: { remove: protocol } };
}

/** Kafka 4.1 makes a map of the names when it has no map of protocols to go by. */
function controllerTwice(reader: Reader): Clash | undefined {
  const key = 'controller.listener.names';
  const names = controllerListenerNames(reader)?.filter((name) => name !== 'PLAINTEXT') ?? [];
  const hasMap = reader.has('listener.security.protocol.map');
  if (hasMap || !isKraft(reader) || hasSecureNames(reader) || new Set(names).size === names.length) return undefined;
  return { keys: [key], message: `${key} has a name twice: Kafka 4.1 does not start with it.` };
}

function unknownEarlyStart(reader: Reader): Clash | undefined {
  const wanted = reader.has(EARLY) ? elementsOf(reader, EARLY) : undefined;
  const bound = boundListeners(reader);
  if (!wanted || !bound) return undefined;
  const names = new Set(bound.listeners.map(({ name }) => name));
  const unknown = wanted.find((one) => !names.has(one));
  if (unknown === undefined) return undefined;
  const message = `${EARLY} names ${unknown}, which is not among the listeners: Kafka fails to start.`;
  return { keys: [EARLY], message };
}

function controlPlane(reader: Reader): Clash | undefined {
  const name = reader.setString(CONTROL_PLANE)?.value;
  if (name === undefined) return undefined;
  const refused = (why: string): Clash => {
    const message = `${CONTROL_PLANE} ${why}: Kafka fails to start.`;
    return { keys: [CONTROL_PLANE], message, change: { remove: CONTROL_PLANE } };
  };
  if (name === '') return refused('is empty');
  const upper = name.toUpperCase();
  if (isKraft(reader) && reader.atLeast('3.1')) return refused('is for ZooKeeper mode only');
  if (!isMapped(reader, upper)) return refused(`is ${name}, which listener.security.protocol.map does not know`);
  const advertised = advertisedToClients(reader)?.map((listener) => listener.name);
  if (advertised && !advertised.includes(upper)) return refused(`is ${name}, which is not advertised`);
  const interBroker = reader.string('inter.broker.listener.name') ?? reader.string('security.inter.broker.protocol');
  return interBroker?.toUpperCase() === upper ? refused('is the same as the listener between brokers') : undefined;
}

/** True as well where nobody can know. */
function isMapped(reader: Reader, name: string): boolean {
  const key = 'listener.security.protocol.map';
  if (isUncertain(reader, key)) return true;
  const map = protocolMap(reader);
  if (map) return map.has(name);
  if (reader.has(key) || reader.scope.completeness === 'fragment' || SECURITY_PROTOCOLS.includes(name)) return true;
  return isKraft(reader) && !hasSecureNames(reader) && (controllerListenerNames(reader) ?? [name]).includes(name);
}
