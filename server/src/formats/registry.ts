import type { ConfigDocument } from '../model/document';
import type { ConfigEdit, TextEdit } from '../model/edit';
import { CODE_LANGUAGE_IDS } from '../protocol/selector';
import type { Format, ParseInput } from './format';
import { javascriptFormat } from './javascript/javascriptFormat';
import { fileNameOf, isForeignName, isGenericName, isPropertiesName } from './properties/fileNames';
import { propertiesFormat } from './properties/propertiesFormat';

const LANGUAGE_IDS: ReadonlySet<string> = new Set(['properties', 'java-properties', 'kafka-properties']);

/**
 * The format that reads the file, by its name or else by the editor's language. A format is no promise that the
 * file is Kafka's: its document may have no scopes.
 */
export function formatOf(path: string, languageId?: string): Format | undefined {
  const name = fileNameOf(path);
  if (isForeignName(name)) return undefined;
  if (isCodeName(name)) return javascriptFormat;
  if (isPropertiesName(name) || isGenericName(name)) return propertiesFormat;
  if (languageId && CODE_LANGUAGE_IDS.includes(languageId)) return javascriptFormat;
  return languageId && LANGUAGE_IDS.has(languageId) ? propertiesFormat : undefined;
}

function isCodeName(name: string): boolean {
  return /\.(?:[cm]?[jt]s|[jt]sx|es6|vue|svelte|astro)$/i.test(name) && !/\.d\.[cm]?ts$/i.test(name);
}

/** Undefined when no format reads the file. */
export function parseDocument(input: ParseInput, languageId?: string): ConfigDocument | undefined {
  return formatOf(input.path, languageId)?.parse(input);
}

/**
 * Whether a file may be Kafka's, from its path and the beginning of its text (some 10,000 characters will do).
 * Meant for deciding whether to start at all, before anything is known of settings.
 */
export function couldBeKafka(path: string, head: string): boolean {
  const document = parseDocument({ uri: path, path, text: head });
  return document !== undefined && document.scopes.length > 0;
}

export function renderEdits(document: ConfigDocument, edits: readonly ConfigEdit[]): TextEdit[] {
  return FORMATS[document.format].render(document, edits);
}

const FORMATS: Readonly<Record<ConfigDocument['format'], Format>> = {
  properties: propertiesFormat,
  javascript: javascriptFormat,
};
