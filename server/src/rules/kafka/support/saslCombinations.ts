import type { Reader } from '../../../catalogue/reader';
import { isUncertain, protocolMap } from '../../broker/support/listeners';
import { SERVER_ROLES } from '../../roles';
import type { Clash, Combination } from './combination';

const NAME = 'inter.broker.listener.name';
const PROTOCOL = 'security.inter.broker.protocol';
const MECHANISM = 'sasl.mechanism.inter.broker.protocol';
const ENABLED = 'sasl.enabled.mechanisms';

export const SASL_COMBINATIONS: readonly Combination[] = [{ roles: SERVER_ROLES, clash: mechanismNotEnabled }];

/** How brokers log in to each other has to be a way that they let others log in. */
function mechanismNotEnabled(reader: Reader): Clash | undefined {
  if (isUncertain(reader, NAME, PROTOCOL, 'listener.security.protocol.map')) return undefined;
  const name = reader.setString(NAME)?.value.toUpperCase();
  const protocol = name === undefined ? reader.string(PROTOCOL) : (protocolMap(reader)?.get(name) ?? name);
  const mechanism = reader.string(MECHANISM);
  const enabled = reader.list(ENABLED);
  const hasOwn = reader.scope.entries.some(({ key }) => key.startsWith('listener.name.') && key.endsWith(ENABLED));
  if (!protocol?.toUpperCase().startsWith('SASL') || hasOwn || mechanism === undefined || !enabled) return undefined;
  if (enabled.includes(mechanism)) return undefined;
  const message = `${MECHANISM} is ${mechanism}, and ${ENABLED} has only ${enabled.join(', ') || 'nothing'}: Kafka refuses to start.`;
  return { keys: [MECHANISM, ENABLED], message, change: { key: ENABLED, value: [...enabled, mechanism].join(',') } };
}
