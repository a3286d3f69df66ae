import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/javascript';

export interface FoundExpression {
  /** The file and the line, as a person looks them up. */
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

const TYPESCRIPT = parser.configure({ dialect: 'ts' });
/** Stands for a text that is known at run time only, such as the name of a variable. */
const UNKNOWN_TEXT = 'name';

/** Every regular expression of a folder's sources: the literals, and those that are put together of texts. */
export function expressionsIn(folder: string): FoundExpression[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('.generated.'))
    .sort()
    .flatMap((name) => expressionsOf(join(folder, name).replaceAll('\\', '/')));
}

function expressionsOf(path: string): FoundExpression[] {
  const text = readFileSync(path, 'utf8');
  const found: FoundExpression[] = [];
  const tree = TYPESCRIPT.parse(text);
  const constants = new Map<string, SyntaxNode>();
  tree.iterate({
    enter: ({ name, node }) => {
      if (name !== 'VariableDefinition') return;
      const value = node.parent?.lastChild;
      if (value)
        constants.set(text.slice(node.from, node.to), value.name === ';' ? (value.prevSibling ?? value) : value);
    },
  });
  const add = (node: SyntaxNode, source: string, flags: string): void => {
    const line = text.slice(0, node.from).split('\n').length;
    found.push({ place: `${path}:${line}`, source, flags });
  };
  tree.iterate({
    enter: ({ name, node }) => {
      const written = text.slice(node.from, node.to);
      if (name === 'RegExp') {
        const end = written.lastIndexOf('/');
        add(node, written.slice(1, end), written.slice(end + 1));
      }
      if (name !== 'NewExpression' || !written.startsWith('new RegExp')) return;
      const [pattern, flags] = argumentsOf(node);
      if (pattern) add(node, textOf(pattern, text, constants), flags ? textOf(flags, text, constants) : '');
    },
  });
  return found;
}

function argumentsOf(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let at = node.getChild('ArgList')?.firstChild; at; at = at.nextSibling) {
    if (!'(),'.includes(at.name)) found.push(at);
  }
  return found;
}

/** The text that an expression stands for, as far as constants of its file tell. */
function textOf(node: SyntaxNode, text: string, constants: ReadonlyMap<string, SyntaxNode>): string {
  const written = text.slice(node.from, node.to);
  if (node.name === 'String') return JSON.parse(`"${written.slice(1, -1).replaceAll('"', '\\"')}"`);
  if (node.name === 'VariableName') {
    const value = constants.get(written);
    return value ? textOf(value, text, constants) : UNKNOWN_TEXT;
  }
  if (node.name === 'TaggedTemplateExpression') return templateText(node.lastChild ?? node, text, constants, true);
  if (node.name === 'TemplateString') return templateText(node, text, constants, false);
  return UNKNOWN_TEXT;
}

function templateText(
  node: SyntaxNode,
  text: string,
  constants: ReadonlyMap<string, SyntaxNode>,
  isRaw: boolean,
): string {
  const plain = (from: number, to: number): string =>
    isRaw ? text.slice(from, to) : text.slice(from, to).replace(/\\([\s\S])/g, '$1');
  let result = '';
  let at = node.from + 1;
  for (const part of node.getChildren('Interpolation')) {
    const inner = part.firstChild?.nextSibling;
    result += plain(at, part.from) + (inner ? textOf(inner, text, constants) : '');
    at = part.to;
  }
  return result + plain(at, node.to - 1);
}
