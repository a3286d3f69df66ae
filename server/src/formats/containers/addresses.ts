/** The `host:port` of a text. */
export function addressesIn(text: string): string[] {
  return Array.from(text.matchAll(/(?<![\w.-])[A-Za-z][\w.-]{0,250}:\d{2,5}(?!\d)/g), ([address]) => address);
}
