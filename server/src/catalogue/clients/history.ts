import { isAtLeast, type KafkaVersion } from '../../model/version';
import { clientOption } from '../clients';
import { type CodeClient, LIBRARIES, type OptionHistory } from './data';

/** Since which release an option is there, and which one took it away; undefined where all that are known have it, or none. */
export function releasesOf(client: CodeClient, call: string, name: string): OptionHistory | undefined {
  const history = LIBRARIES[client].history;
  return history && Object.hasOwn(history, `${call} ${name}`) ? history[`${call} ${name}`] : undefined;
}

/** True for an option that the release has; where nobody knows the release, for one that any has. */
export function isKnownOption(
  client: CodeClient,
  call: string,
  name: string,
  release: KafkaVersion | undefined,
): boolean {
  const { since, until } = releasesOf(client, call, name) ?? {};
  if (!since && !until) return clientOption(client, call, name) !== undefined;
  if (!release) return true;
  return (!since || isAtLeast(release, since)) && (!until || !isAtLeast(release, until));
}
