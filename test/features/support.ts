import { parseDocument } from '../../server/src/formats/registry';
import type { ConfigDocument } from '../../server/src/model/document';

export interface Marked {
  readonly document: ConfigDocument;
  /** The offsets of the marks, which are not in the document's text. */
  readonly marks: readonly number[];
}

/** Parses a text in which each `|` marks a place. */
export function marked(text: string, path = '/project/producer.properties'): Marked {
  const marks: number[] = [];
  let plain = '';
  for (const [index, part] of text.split('|').entries()) {
    if (index > 0) marks.push(plain.length);
    plain += part;
  }
  return { document: parse(plain, path), marks };
}

export function parse(text: string, path = '/project/producer.properties'): ConfigDocument {
  const document = parseDocument({ uri: `file://${path}`, path, text });
  if (!document) throw new Error(`No format reads ${path}`);
  return document;
}
