/** JSON that every reader takes: halves of surrogate pairs are no text, and stricter readers than JavaScript's refuse them. */
export function jsonText(value: unknown): string {
  const wellFormed = (_: string, one: unknown) => (typeof one === 'string' ? one.replace(HALVES, '\uFFFD') : one);
  return `${JSON.stringify(value, wellFormed, 2)}\n`;
}

const HALVES = /\p{Surrogate}/gu;
