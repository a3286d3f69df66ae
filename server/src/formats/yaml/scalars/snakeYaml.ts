const BOOLEAN = /^(?:(yes|Yes|YES|true|True|TRUE|on|On|ON)|no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const INTEGER = /^([-+]?)(?:0b([01_]+)|0x([\da-fA-F_]+)|0([0-7_]+)|([1-9][\d_]*|0$)((?::[0-5]?\d)*))$/;
const FLOAT = /^[-+]?(?:\d[\d_]*\.[\d_]*(?:[eE][-+]?\d+)?|\d[\d_]*[eE][-+]?\d+|\.\d[\d_]*(?:[eE][-+]?\d+)?)$/;

/** A plain scalar as SnakeYAML (YAML 1.1) and Java print it; null for none. */
export function snakeText(text: string): string | null {
  if (/^(?:~|null|Null|NULL| )?$/.test(text)) return null;
  const boolean = BOOLEAN.exec(text);
  if (boolean) return boolean[1] === undefined ? 'false' : 'true';
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text)) return text.startsWith('-') ? '-Infinity' : 'Infinity';
  if (/^\.(?:nan|NaN|NAN)$/.test(text)) return 'NaN';
  return integerText(text) ?? floatText(text) ?? text;
}

function integerText(text: string): string | undefined {
  const [all, sign = '', binary, hexadecimal, octal, decimal = '', sixties = ''] = INTEGER.exec(text) ?? [];
  if (all === undefined) return undefined;
  const digits = [binary && `0b${binary}`, hexadecimal && `0x${hexadecimal}`, octal && `0o${octal}`, decimal].find(
    Boolean,
  );
  const plain = digits?.replaceAll('_', '') ?? '';
  // Java refuses what has only underscores, and then nothing of the file is read.
  if (/^0[box]?$/.test(plain) && plain !== '0') return undefined;
  const first = BigInt(plain);
  const magnitude = sixties
    .split(':')
    .slice(1)
    .reduce((sum, part) => sum * 60n + BigInt(part), first);
  return String(sign === '-' ? -magnitude : magnitude);
}

function floatText(text: string): string | undefined {
  // Minutes and seconds count by sixties, also with a fraction.
  if (/^[-+]?\d[\d_]*(?::[0-5]?\d)+\.[\d_]*$/.test(text)) {
    const sign = text.startsWith('-') ? -1 : 1;
    const parts = text.replaceAll('_', '').replace(/^[-+]/, '').split(':');
    return javaDouble(sign * parts.reduce((sum, part) => sum * 60 + Number(part), 0));
  }
  if (!FLOAT.test(text)) return undefined;
  return javaDouble(Number(text.replaceAll('_', '')));
}

/** `Double.toString`: at least one digit behind the point, and powers of ten from 10^7 on and below 10^-3. */
function javaDouble(value: number): string {
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  const [mantissa = '', power = '0'] = value.toExponential().split('e');
  const exponent = Number(power);
  if (exponent >= -3 && exponent < 7) return withPoint(String(value));
  return `${withPoint(mantissa)}E${exponent}`;
}

function withPoint(digits: string): string {
  return digits.includes('.') ? digits : `${digits}.0`;
}
