import type { Reader } from '../../catalogue/reader';
import type { ConfigEdit } from '../../model/edit';
import type { Entry } from '../../model/entry';
import type { Fix } from '../../model/finding';
import { removeEntry, renameEntry } from '../fixes';

/** Keys that one of another form has taken the place of: an address for a host and a port. */
const ADDRESSES = [
  { host: 'host.name', port: 'port', key: 'listeners', scheme: 'PLAINTEXT', usual: '9092' },
  {
    host: 'advertised.host.name',
    port: 'advertised.port',
    key: 'advertised.listeners',
    scheme: 'PLAINTEXT',
    usual: '9092',
  },
  { host: 'rest.host.name', port: 'rest.port', key: 'listeners', scheme: 'http', usual: '8083' },
] as const;

/** Says what the key said in the new form; undefined where a rename would do. */
export function successorFixes(reader: Reader, entry: Entry): Fix[] | undefined {
  const address = ADDRESSES.find(({ host, port }) => entry.key === host || entry.key === port);
  if (address) return addressFixes(reader, address);
  return /^(?:log\.)?message\.timestamp\.difference\.max\.ms$/.test(entry.key) ? bothLimits(reader, entry) : undefined;
}

function addressFixes(reader: Reader, { host, port, key, scheme, usual }: (typeof ADDRESSES)[number]): Fix[] {
  const old = [reader.entry(host), reader.entry(port)].filter((entry) => entry !== undefined);
  if (reader.has(key) || old.some(({ value }) => value.kind !== 'literal')) return [];
  const [name = '', number = usual] = [host, port].map((one) => reader.entry(one)?.value.text.trim());
  const [first, ...others] = old;
  if (!first) return [];
  const value = `${scheme}://${name}:${number}`;
  const edits: ConfigEdit[] = [
    { kind: 'rename', entry: first, scope: reader.scope, key },
    { kind: 'set', entry: first, value },
    ...others.flatMap((other) => removeEntry(other).edits),
  ];
  return [{ title: `Replace by ${reader.scope.written(key)}=${value}`, safe: false, edits }];
}

/** KIP-937 parted the one allowed difference into how old and how far ahead a timestamp may be. */
function bothLimits(reader: Reader, entry: Entry): Fix[] {
  const [before, after] = ['before', 'after'].map((side) => entry.key.replace('difference', side));
  if (!before || !after || reader.entry(before) || reader.entry(after)) return [];
  const { edits } = renameEntry(reader, entry, before);
  const add = { kind: 'add' as const, scope: reader.scope, key: after, value: entry.value.text.trim(), after: entry };
  return [{ title: 'Replace by the limits before and after', safe: false, edits: [...edits, add] }];
}
