import type { Block } from '../block';
import { endOfBlankLines, endOfLine } from '../sites/blockLines';
import type { EmbeddedFile } from '../sites/embedded';
import { textAt, type YamlMap, type YamlNode, type YamlPair, type YamlScalar } from './nodes';
import type { YamlPart } from './read';

/** More than any resource or chart has. */
const MAX_FILES = 200;

/** The files in literal blocks: of a ConfigMap or a Secret, of values of a chart, of tasks that write files. */
export function embeddedFiles(parts: readonly YamlPart[], text: string): EmbeddedFile[] {
  const found: EmbeddedFile[] = [];
  const visited = new Set<YamlNode>();
  const walk = (node: YamlNode, part: Part, above: string): void => {
    if (node.kind === 'scalar' || visited.has(node) || found.length >= MAX_FILES) return;
    visited.add(node);
    if (node.kind === 'list') for (const item of node.items) walk(item, part, above);
    else for (const pair of node.pairs) visit(pair, node, part, above);
  };
  const visit = ({ key, value, alias }: YamlPair, map: YamlMap, part: Part, above: string): void => {
    if (!value || alias) return;
    const block = value.kind === 'scalar' && value.style === 'literal' ? blockOf(text, value, part) : undefined;
    const path = block && pathOf(key, map, above);
    if (block && path !== undefined) {
      const partial = path.endsWith(NOBODYS) ? 'all' : part.folder === '' ? undefined : 'clients';
      found.push({ block, path: part.folder + path, ...(partial && { partial }) });
    }
    walk(value, part, key);
  };
  // The resource's name says whose file it is, where that is called `application.properties`.
  for (const { root, span, masked } of parts) {
    const name = textAt(root, 'metadata', 'name');
    const folder = name === undefined ? '' : `${name}/`;
    if (root) walk(root, { masked, offset: span.start, folder }, '');
  }
  return found;
}

interface Part {
  readonly masked: string;
  readonly offset: number;
  readonly folder: string;
}

/** The key of a ConfigMap, the destination of a task, or a setting of a chart which says that properties are in it. */
function pathOf(key: string, map: YamlMap, above: string): string | undefined {
  if (FILE_NAME.test(key)) return key;
  if (/^(?:content|copy|inline)$/.test(key)) {
    const told = ['dest', 'path', 'target'].map((name) => textAt(map, name)).find((path) => path !== undefined);
    return told ?? (FILE_NAME.test(above) ? above : undefined);
  }
  // Whose these are, only their own keys can tell, as with any file of such a name.
  return /(?:config|configuration|properties|overrides)$/i.test(key) ? key + NOBODYS : undefined;
}

/** The ending of files whose name tells nothing. */
const NOBODYS = '.conf';

const FILE_NAME = /^[\w.-]+\.[A-Za-z]\w*$/;

/** The lines behind the one with the `|`; undefined where there is nothing on them. */
function blockOf(text: string, scalar: YamlScalar, { masked, offset }: Part): Block | undefined {
  const start = endOfLine(text, scalar.span.start);
  const source = masked.slice(start - offset, scalar.span.end - offset).split(/\r\n|\r|\n/);
  const lines = scalar.text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first === -1) return undefined;
  const indentation = blanksBefore(source[first] ?? '') - blanksBefore(lines[first] ?? '');
  if (indentation <= 0) return undefined;
  return { span: { start, end: endOfBlankLines(text, scalar.span.end, indentation) }, indentation };
}

function blanksBefore(line: string): number {
  return line.length - line.trimStart().length;
}
