/** A connector's group is its name with this before it, which its file does not have. */
const CONNECT = 'connect-';

/**
 * False for a text that cannot name the group, so that it need not be parsed. Code that uses a client says `kafka`
 * somewhere, and `code` is true for it. Escapes are not seen as such.
 */
export function mayName(text: string, group: string, code = false): boolean {
  if (code && !/kafka/i.test(text)) return false;
  const name = group.startsWith(CONNECT) ? group.slice(CONNECT.length) : group;
  return text.includes(name) || (text.includes('\\') && text.replaceAll('\\', '').includes(name));
}
