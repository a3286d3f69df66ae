import { settingAt } from '../../../catalogue/catalogue';
import type { Reader } from '../../../catalogue/reader';
import { parseValue } from '../../../catalogue/typed';
import { isUncertain, protocolMap } from '../../broker/support/listeners';
import { SERVER_ROLES } from '../../roles';
import type { Clash, Combination } from './combination';

const NAME = 'inter.broker.listener.name';
const PROTOCOL = 'security.inter.broker.protocol';
const MECHANISM = 'sasl.mechanism.inter.broker.protocol';
const ENABLED = 'sasl.enabled.mechanisms';
const VERSION = 'inter.broker.protocol.version';

export const SASL_COMBINATIONS: readonly Combination[] = [
  { roles: SERVER_ROLES, clash: mechanismNotEnabled },
  { roles: SERVER_ROLES, until: '4.0', clash: protocolWithoutHandshake },
];

/** How brokers log in to each other has to be a way that they let others log in. */
function mechanismNotEnabled(reader: Reader): Clash | undefined {
  const listener = saslListener(reader);
  const mechanism = reader.string(MECHANISM);
  if (listener === undefined || mechanism === undefined) return undefined;
  const own = `listener.name.${listener.toLowerCase()}.${ENABLED}`;
  const key = reader.has(own) ? own : ENABLED;
  const enabled = key === own ? listOf(reader, own) : reader.list(ENABLED);
  if (!enabled || enabled.includes(mechanism)) return undefined;
  // The default of GSSAPI alone would make the broker log in to Kerberos.
  const value = reader.has(key) ? [...enabled, mechanism].join(',') : mechanism;
  const message = `${MECHANISM} is ${mechanism}, and ${key} has only ${enabled.join(', ') || 'nothing'}: Kafka refuses to start.`;
  return { keys: [MECHANISM, key], message, change: { key, value } };
}

/** Brokers told each other the mechanism from 0.10.0-IV1 on. */
function protocolWithoutHandshake(reader: Reader): Clash | undefined {
  const version = reader.setString(VERSION)?.value ?? '';
  const mechanism = reader.string(MECHANISM);
  if (!/^0\.(?:8|9)\.|^0\.10\.0-IV0$/.test(version) || saslListener(reader) === undefined) return undefined;
  if (mechanism === undefined || mechanism === 'GSSAPI') return undefined;
  const message = `${MECHANISM} is ${mechanism}, and brokers that talk as ${version} (${VERSION}) know only GSSAPI: Kafka refuses to start.`;
  return { keys: [VERSION, MECHANISM], message };
}

/** The name of the listener between brokers where it needs a login; undefined where it does not or nobody can know. */
function saslListener(reader: Reader): string | undefined {
  if (isUncertain(reader, NAME, PROTOCOL, 'listener.security.protocol.map')) return undefined;
  const name = reader.setString(NAME)?.value.toUpperCase() ?? reader.string(PROTOCOL);
  const protocol = reader.has(NAME) && name !== undefined ? (protocolMap(reader)?.get(name) ?? name) : name;
  return protocol?.toUpperCase().startsWith('SASL') ? name : undefined;
}

/** A listener's own list, which the catalogue knows without the prefix. */
function listOf(reader: Reader, key: string): readonly string[] | undefined {
  const value = reader.entry(key)?.value;
  const setting = settingAt(reader.scope.role, ENABLED, reader.version);
  if (value?.kind !== 'literal' || !setting) return undefined;
  const parsed = parseValue(setting, value.text);
  return parsed.kind === 'ok' && Array.isArray(parsed.value) ? parsed.value : undefined;
}
