import type { Reader } from '../../../catalogue/reader';
import type { Fix } from '../../../model/finding';
import { addOrSet } from '../../fixes';
import { controllerListenerNames, protocolMap, SECURITY_PROTOCOLS } from './listeners';

const MAP = 'listener.security.protocol.map';

/**
 * Gives a listener a protocol. Once there is a map Kafka takes nothing for granted, so that the controllers' listeners
 * have to be in it as well, and so have the names that mean a protocol where there was no map before.
 */
export function mapped(reader: Reader, name: string): Fix {
  const written = reader.setString(MAP)?.value ?? '';
  const known = protocolMap(reader);
  const missing = [name, ...(controllerListenerNames(reader) ?? []).map((one) => one.trim().toUpperCase())].filter(
    (one, index, all) => one !== '' && !known?.has(one) && all.indexOf(one) === index,
  );
  const added = missing.map((one) => `${one}:${protocolFor(reader, one)}`);
  const usual = known ? [] : SECURITY_PROTOCOLS.filter((one) => !missing.includes(one)).map((one) => `${one}:${one}`);
  return addOrSet(reader, MAP, [...(written === '' ? [] : [written]), ...added, ...usual].join(','));
}

/** What the listener's name and the settings beside it speak of: a login, encryption, both or neither. */
export function protocolFor(reader: Reader, name: string): string {
  if (SECURITY_PROTOCOLS.includes(name)) return name;
  const { entries } = reader.scope;
  const own = `listener.name.${name.toLowerCase()}.`;
  const hasOwn = (kind: string): boolean => entries.some(({ key }) => key.startsWith(own) && key.includes(`${kind}.`));
  const isLogin = /SASL/.test(name) || hasOwn('sasl');
  const isEncrypted = /SSL|TLS/.test(name) || hasOwn('ssl');
  if (isLogin) return isEncrypted ? 'SASL_SSL' : 'SASL_PLAINTEXT';
  return isEncrypted ? 'SSL' : 'PLAINTEXT';
}
