import type { ConfigDocument } from '../../model/document';
import type { TextEdit } from '../../model/edit';
import type { Layout } from '../code/layout';
import { codeStart } from './codeStart';

const IMPORT = /\bimport\s*\{([^{}]*)\}\s*from\s*(['"])((?:@[\w.-]+\/)?kafkajs)\2/;
const REQUIRE = /\b(?:const|let|var)\s*\{([^{}]*)\}\s*=\s*require\(\s*(['"])((?:@[\w.-]+\/)?kafkajs)\2\s*\)/;

/** Adds the names to the file's import of its client library, or a new import at its beginning. */
export function importEdit({ text }: ConfigDocument, layout: Layout, names: readonly string[]): TextEdit[] {
  const match = IMPORT.exec(text) ?? REQUIRE.exec(text);
  const list = match?.[1];
  if (match && list !== undefined) {
    const missing = names.filter((name) => !new RegExp(`\\b${name}\\b`).test(list));
    if (missing.length === 0) return [];
    const start = match.index + match[0].indexOf('{') + 1;
    const body = list.trimEnd();
    const at = start + body.length;
    const isMultiline = list.includes('\n');
    const comma = body.endsWith(',') || body.trim() === '' ? '' : ',';
    const gap = isMultiline ? `${layout.lineEnd}${/\n([ \t]*)\S/.exec(list)?.[1] ?? layout.indent}` : ' ';
    const tail = isMultiline && body.endsWith(',') ? ',' : '';
    return [{ span: { start: at, end: at }, newText: `${comma}${gap}${missing.join(`,${gap}`)}${tail}` }];
  }
  if (names.every((name) => new RegExp(`[{,]\\s*${name}\\b[^{}]*\\}\\s*(?:=\\s*require|from)`).test(text))) return [];
  return [newImport(text, layout, names)];
}

function newImport(text: string, layout: Layout, names: readonly string[]): TextEdit {
  const mark = layout.quote;
  const isModule = /^[ \t]*(?:import|export)\b/m.test(text);
  const source = isModule
    ? `import { ${names.join(', ')} } from ${mark}kafkajs${mark}${layout.semicolon}`
    : `const { ${names.join(', ')} } = require(${mark}kafkajs${mark})${layout.semicolon}`;
  const start = codeStart(text);
  return { span: { start, end: start }, newText: source + layout.lineEnd };
}
