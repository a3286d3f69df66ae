/** The numbers of YAML 1.1 as the Go library reads them that compose and Kubernetes use; undefined for other text. */
export function goNumber(text: string): number | bigint | undefined {
  if (!/^[-+.\d]/.test(text) || isTimestamp(text)) return undefined;
  // A zero keeps its sign, as numbers with a fraction do.
  if (text === '-0') return -0;
  // Behind a leading point the first sign has to be a digit, and an exponent takes no underscore.
  if (text.startsWith('.') && !/^\.\d(?:[\d_]*\d)?(?:[eE][-+]?\d+)?$/.test(text)) return undefined;
  const plain = text.replaceAll('_', '');
  const whole = goInteger(plain);
  if (whole !== undefined) return whole;
  if (!/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

/** `2024-01-01`, also with a time. */
export function isTimestamp(text: string): boolean {
  return /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt ].*)?$/.test(text);
}

const MAX_UNSIGNED = 2n ** 64n - 1n;
const MIN_SIGNED = -(2n ** 63n);

function goInteger(plain: string): number | bigint | undefined {
  const [, sign = '', digits = ''] = /^([-+]?)(\w+)$/.exec(plain) ?? [];
  const magnitude = parseMagnitude(digits);
  if (magnitude === undefined) return undefined;
  const value = sign === '-' ? -magnitude : magnitude;
  const isTooLarge =
    value < MIN_SIGNED || magnitude > (sign === '' ? MAX_UNSIGNED : 2n ** 63n - (sign === '+' ? 1n : 0n));
  return isTooLarge ? undefined : value;
}

function parseMagnitude(digits: string): bigint | undefined {
  if (/^(?:0[xX][\da-fA-F]+|0[bB][01]+|0[oO][0-7]+|0|[1-9]\d*)$/.test(digits)) return BigInt(digits.toLowerCase());
  return /^0[0-7]+$/.test(digits) ? BigInt(`0o${digits}`) : undefined;
}

/** As Go prints a number with `%v`: one with a fraction or an exponent has powers of ten from a million on. */
export function goText(value: number | bigint): string {
  if (typeof value === 'bigint') return String(value);
  if (Object.is(value, -0)) return '-0';
  const [mantissa = '', power = '0'] = value.toExponential().split('e');
  const exponent = Number(power);
  // What is not printed with an exponent is so short that JavaScript prints it in the same way.
  if (exponent >= -4 && exponent < 6) return String(value);
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
