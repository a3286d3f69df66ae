const POWERS = new Map([
  ['', 0],
  ['k', 1],
  ['m', 2],
  ['g', 3],
  ['t', 4],
]);

/**
 * An amount of memory in bytes, as Docker (`4g`, `512mb`), Kubernetes (`4Gi`) and the JVM (`6g`) write it; undefined
 * where that cannot be known. Kubernetes counts `4G` in thousands, which decides nothing here.
 */
export function bytesOf(text: string | undefined): number | undefined {
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)\s*([kmgt]?)(?:i|i?b)?$/i.exec(text?.trim() ?? '') ?? [];
  const power = POWERS.get(unit.toLowerCase());
  if (digits === undefined || power === undefined) return undefined;
  return Number(digits) * 1024 ** power;
}
