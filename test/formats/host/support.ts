import assert from 'node:assert/strict';
import { lint } from '../../../server/src/engine/lint';
import { parseDocument, renderEdits } from '../../../server/src/formats/registry';
import type { ConfigDocument } from '../../../server/src/model/document';
import { applyTextEdits } from '../../../server/src/model/edit';
import type { Finding } from '../../../server/src/model/finding';

export function parse(path: string, text: string): ConfigDocument {
  return parseDocument({ uri: `file:///p/${path}`, path: `/p/${path}`, text }) ?? assert.fail(`${path} is not read.`);
}

export const findingsIn = (document: ConfigDocument): readonly Finding[] =>
  lint(document, { severityOf: () => undefined }).findings;

/** Each setting with what it is set to, and with what it is called in the file. */
export function toldBy(path: string, text: string): string[] {
  return parse(path, text).scopes.flatMap(({ role, name, entries }) =>
    entries.map(
      ({ key, value }) => `${role}${name ? ` ${name}` : ''}: ${key}=${value.kind === 'dynamic' ? '?' : value.text}`,
    ),
  );
}

/** The text after a fix of the rule's. */
export function fixed(path: string, text: string, rule: string, title?: string): string {
  const document = parse(path, text);
  const fixes = findingsIn(document).flatMap((finding) => (finding.rule === rule ? finding.fixes : []));
  const fix = fixes.find((one) => title === undefined || one.title === title) ?? assert.fail(`no fix of ${rule}`);
  return applyTextEdits(text, renderEdits(document, fix.edits));
}
