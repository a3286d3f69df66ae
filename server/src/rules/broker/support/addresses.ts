const V4 = /^(?:0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])$/;
const V6_GROUP = /^[0-9a-fA-F]{1,4}$/;

/** What commons-validator takes for an IPv4 address, with which Kafka tells addresses from names. */
export function isV4(host: string): boolean {
  const parts = host.split('.');
  return parts.length === 4 && parts.every((part) => V4.test(part));
}

/** What commons-validator takes for an IPv6 address: eight groups, or fewer and one `::`; a zone may follow. */
export function isV6(host: string): boolean {
  const [address = '', zone, ...more] = host.split('%');
  if (more.length > 0 || zone === '' || /[\s/%]/.test(zone ?? '')) return false;
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const words = isV4(last) ? [...groups.slice(0, -1), '0', '0'] : groups;
  return words.every((word) => V6_GROUP.test(word)) && (halves.length === 2 ? words.length <= 7 : words.length === 8);
}
