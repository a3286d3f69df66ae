import * as l10n from '@vscode/l10n';
import type { ConnectionImport } from '../../../server/src/connection/import/importConnection';
import type { Refusal } from '../../../server/src/connection/import/reader';
import type { ClusterSettings } from '../../../server/src/connection/model';
import { canonicalText } from './canonical';
import { type Draft, draftOf, type FilledIn } from './draft';

/** What a file says as a whole connection, or undefined when something of it was refused. */
export function wholeConnection(
  { settings, secrets, refusals }: ConnectionImport,
  known: readonly ClusterSettings[],
): FilledIn | undefined {
  const { bootstrapServers, securityProtocol } = settings;
  if (refusals.length > 0 || !bootstrapServers || !securityProtocol) return undefined;
  const base = { ...settings, bootstrapServers, securityProtocol };
  return { settings: { name: nameFor(base, known), ...base }, secrets };
}

/** The same connection to nobody but the host whose name the certificate carries, whatever the file says. */
export function withHostCheck(filledIn: FilledIn): FilledIn {
  const { verifyHostname, ...tls } = filledIn.settings.tls ?? {};
  if (verifyHostname !== false) return filledIn;
  const { tls: _, ...rest } = filledIn.settings;
  return { ...filledIn, settings: { ...rest, ...(Object.keys(tls).length > 0 && { tls }) } };
}

/**
 * What a person starts with who fills in what was refused: a name of the first broker or else of the file, and PEM files
 * to be chosen where the file has stores of Java.
 */
export function draftOfRest(
  { settings, secrets, refusals }: ConnectionImport,
  known: readonly ClusterSettings[],
  fileName: string,
): Draft {
  const [first] = settings.bootstrapServers ?? [];
  const wanted = first ? shortName(first) : fileName.replace(/\.\w+$/, '');
  const draft = draftOf({ ...settings, name: freeName(wanted, known) }, secrets);
  const isRefused = (key: string): boolean => refusals.some((refusal) => refusal.key === key);
  return {
    ...draft,
    ...(isRefused('ssl.truststore.location') && { trust: 'file' as const }),
    ...(isRefused('ssl.keystore.location') && { identity: 'file' as const }),
  };
}

/** The host alone, unless it is a number or this machine, where only the port tells one cluster from another. */
function shortName(server: string): string {
  return /^(?:localhost|[\d.]+|\[.*\]):\d+$/.test(server) ? server : server.replace(/:\d+$/, '');
}

/** The name of a cluster that is reached in the same way, or else the first broker's host with a number if need be. */
function nameFor(settings: Omit<ClusterSettings, 'name'>, known: readonly ClusterSettings[]): string {
  const same = known.find(({ name: _, ...rest }) => canonical(rest) === canonical(settings));
  if (same) return same.name;
  return freeName(shortName(settings.bootstrapServers[0] ?? 'cluster'), known);
}

function freeName(wanted: string, known: readonly ClusterSettings[]): string {
  const names = known.map(({ name }) => name);
  let name = wanted;
  for (let number = 2; names.includes(name); number++) name = `${wanted} ${number}`;
  return name;
}

function canonical({ bootstrapServers, ...rest }: Omit<ClusterSettings, 'name'>): string {
  return canonicalText({ ...rest, bootstrapServers: [...bootstrapServers].sort() });
}

/** All refusals as one text for a message: what is wrong first, then what to do. */
export function refusalText(refusals: readonly Refusal[]): { readonly message: string; readonly detail: string } {
  const [first, ...others] = refusals;
  const more = others.length === 1 ? l10n.t('(and 1 more)') : l10n.t('(and {0} more)', others.length);
  const detail = refusals.map(({ reason, remedy }) => (remedy ? `${reason}\n${remedy}` : reason)).join('\n\n');
  const message = first?.reason ?? '';
  return { message: others.length === 0 ? message : `${message} ${more}`, detail };
}
