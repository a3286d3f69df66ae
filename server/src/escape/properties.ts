import { tableOf } from '../model/tableOf';

/** Writes a key so that java.util.Properties reads exactly that text back. */
export function escapeKey(key: string): string {
  return key
    .replace(/[\\=: ]/g, '\\$&')
    .replace(/^[#!]/, '\\$&')
    .replace(UNSAFE, escapeUnsafe);
}

/** Writes a value so that it is read back exactly; `separator` is what stands between it and the key. */
export function escapeValue(value: string, separator: string): string {
  const escaped = value.replace(/\\/g, '\\\\').replace(/^ /, '\\ ').replace(UNSAFE, escapeUnsafe);
  // Behind a blank separator a leading sign would be taken for the separator itself.
  return /[=:]/.test(separator) ? escaped : escaped.replace(/^[=:]/, '\\$&');
}

/** Kafka loads files as ISO 8859-1, whatever the editor's encoding, so only ASCII stands for itself. */
const UNSAFE = /[^ -~]/g;

const LETTERS: Readonly<Record<string, string>> = tableOf({ '\t': '\\t', '\r': '\\r', '\n': '\\n', '\f': '\\f' });

function escapeUnsafe(unit: string): string {
  return LETTERS[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
