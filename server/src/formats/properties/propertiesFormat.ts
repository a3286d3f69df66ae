import type { ConfigDocument, SyntaxProblem } from '../../model/document';
import { type Format, MAX_DOCUMENT_LENGTH, type ParseInput } from '../format';
import { scopesOf } from '../scopes';
import { detectProperties } from './detect';
import { parseProperties } from './parse';
import { renderEdits } from './render';
import { mirrorMakerAliases, settingsOf } from './role';

/** Files that java.util.Properties reads: Kafka's own syntax. */
export const propertiesFormat: Format = { id: 'properties', parse, render: renderEdits };

/** How much of a text that is too long is read to tell whether it is Kafka's at all. */
const HEAD_LENGTH = 65536;

function parse({ uri, path, text, hints }: ParseInput): ConfigDocument {
  const isTooLong = text.length > MAX_DOCUMENT_LENGTH;
  const read = isTooLong ? text.slice(0, HEAD_LENGTH) : text;
  const nothing = { uri, format: 'properties', text, entries: [], scopes: [], comments: [], directives: [] } as const;
  // No file of Kafka's holds a NUL; what does is binary, whatever its name.
  if (read.includes('\0')) return { ...nothing, problems: [] };
  const { templated, entries, comments, directives, problems } = parseProperties(read);
  const settings = settingsOf(entries);
  const detection = detectProperties({ path, settings, directives, hints, templated });
  if (isTooLong) return { ...nothing, problems: detection ? [tooLarge(text)] : [] };
  if (!detection) return { ...nothing, entries, comments, directives, problems: [] };
  const whole = { start: 0, end: text.length };
  const scopes = scopesOf(entries, detection, whole, mirrorMakerAliases(settings));
  return { ...nothing, entries, scopes, comments, directives, problems };
}

function tooLarge(text: string): SyntaxProblem {
  const size = (text.length / MEBI).toFixed(1);
  return {
    code: 'too-large',
    message: `This file is not checked: it has ${size} Mi characters, and checking stops at ${MAX_DOCUMENT_LENGTH / MEBI} Mi.`,
    span: { start: 0, end: 0 },
  };
}

const MEBI = 1024 * 1024;
