import { trimAsJava } from '../../../catalogue/typed';
import type { Entry } from '../../../model/entry';

/** What DefaultSslEngineFactory.PemParser looks for. */
const NAMES = { CERTIFICATE: /CERTIFICATE/g, 'PRIVATE KEY': /PRIVATE\s+KEY/g };

/** Longer texts are left to Kafka. */
const MOST_CHARACTERS = 20_000;

/** True where Kafka finds no such thing in the text. */
export function isNoPem({ value }: Entry, name: keyof typeof NAMES): boolean {
  if (value.kind !== 'literal' || value.text.length > MOST_CHARACTERS) return false;
  const blocks = `${trimAsJava(value.text)}\n`.split('-BEGIN').slice(1);
  return !blocks.some((block) => isBlock(block, NAMES[name]));
}

/**
 * `name-----`, lines with a colon, base64, and `-----END name-----`. Kafka has one pattern for all of it, which takes
 * exponential time where many lines have many colons; here each part is read once.
 */
function isBlock(text: string, name: RegExp): boolean {
  const end = text.indexOf('-END');
  if (end === -1 || behindName(text.slice(end + '-END'.length), name) === undefined) return false;
  const content = behindName(text.slice(0, end), name);
  if (content === undefined) return false;
  let dashes = content.length;
  while (content.charAt(dashes - 1) === '-') dashes--;
  const lines = content.slice(0, dashes).split(/[\r\n]/);
  const headers = lines.findLastIndex((line) => line.includes(':'));
  const isHeader = (line: string): boolean => line.includes(':') || line.trim() === '';
  return (
    headers < lines.length - 1 &&
    lines.slice(0, headers + 1).every(isHeader) &&
    lines.slice(headers + 1).every((line) => /^[a-zA-Z0-9/+=\s]*$/.test(line))
  );
}

/** What stands behind the name and its dashes, where the name is on the first line that is not empty. */
function behindName(text: string, name: RegExp): string | undefined {
  const mark = text.trimStart();
  const lineEnd = mark.search(/[\r\n]/);
  for (const found of mark.matchAll(name)) {
    if (lineEnd !== -1 && found.index > lineEnd) return undefined;
    const dashes = /^[^-]*-+\s/.exec(mark.slice(found.index + found[0].length));
    if (dashes) return mark.slice(found.index + found[0].length + dashes[0].length);
  }
  return undefined;
}

/**
 * What is wrong with a private key, going by the line that begins it: Kafka reads PKCS #8 alone. `hasPassword` is
 * undefined where that is unknown.
 */
export function keyProblem({ value }: Entry, hasPassword: boolean | undefined): string | undefined {
  if (value.kind !== 'literal') return undefined;
  const kind = /-BEGIN\s+(?:(\S+)\s+)?PRIVATE\s+KEY/.exec(value.text);
  if (!kind) return undefined;
  const [, what] = kind;
  if (what === 'ENCRYPTED') return hasPassword === false ? 'is encrypted, and there is no ssl.key.password' : undefined;
  if (what !== undefined) return `is ${what} PRIVATE KEY, and Kafka reads PKCS #8 alone (PRIVATE KEY)`;
  return hasPassword ? 'is not encrypted, and ssl.key.password is set' : undefined;
}
