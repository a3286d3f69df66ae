import { trimAsJava } from '../../../catalogue/typed';
import type { Entry } from '../../../model/entry';

/** As DefaultSslEngineFactory.PemParser finds what it reads. */
const PATTERNS = { CERTIFICATE: patternOf('CERTIFICATE'), 'PRIVATE KEY': patternOf('PRIVATE\\s+KEY') };

function patternOf(name: string): RegExp {
  const mark = (word: string): string => `-+${word}\\s*.*${name}[^-]*-+\\s+`;
  return new RegExp(`${mark('BEGIN')}(?:\\s*[^\\r\\n]*:[^\\r\\n]*[\\r\\n]+)*([a-zA-Z0-9/+=\\s]*)${mark('END')}`);
}

/** Longer texts are left to Kafka: the pattern looks back and forth. */
const MOST_CHARACTERS = 20_000;

/** True where Kafka finds no such thing in the text. */
export function isNoPem({ value }: Entry, name: keyof typeof PATTERNS): boolean {
  if (value.kind !== 'literal' || value.text.length > MOST_CHARACTERS) return false;
  return !PATTERNS[name].test(`${trimAsJava(value.text)}\n`);
}

/**
 * What is wrong with a private key, going by the line that begins it: Kafka reads PKCS #8 alone. `hasPassword` is
 * undefined where that is unknown.
 */
export function keyProblem({ value }: Entry, hasPassword: boolean | undefined): string | undefined {
  if (value.kind !== 'literal') return undefined;
  const kind = /-+BEGIN\s+(?:(\S+)\s+)?PRIVATE\s+KEY/.exec(value.text);
  if (!kind) return undefined;
  const [, what] = kind;
  if (what === 'ENCRYPTED') return hasPassword === false ? 'is encrypted, and there is no ssl.key.password' : undefined;
  if (what !== undefined) return `is ${what} PRIVATE KEY, and Kafka reads PKCS #8 alone (PRIVATE KEY)`;
  return hasPassword ? 'is not encrypted, and ssl.key.password is set' : undefined;
}
