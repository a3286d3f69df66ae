import type { ClientLibrary } from '../../model/scope';
import raw from '../data/clients.generated.json';

/** A library for JavaScript and TypeScript. */
export type JavaScriptClient = Exclude<ClientLibrary, 'java'>;

/** [name, kinds of values, 1 when required, default or 0, the name of an enum or the texts allowed or 0] */
export type PackedOption = readonly [
  name: string,
  kinds: string,
  required?: 0 | 1,
  defaultText?: string | 0,
  values?: string | readonly string[] | 0,
];

interface LibraryData {
  readonly version: string;
  readonly methods: Readonly<Record<string, readonly string[]>>;
  readonly enums: Readonly<Record<string, Readonly<Record<string, number | string>>>>;
  readonly calls: Readonly<Record<string, readonly PackedOption[]>>;
}

/** What tools/clients took out of the libraries' declarations and sources. The JSON import is typed too widely. */
export const CLIENTS = raw as unknown as Readonly<Partial<Record<JavaScriptClient, LibraryData>>>;
