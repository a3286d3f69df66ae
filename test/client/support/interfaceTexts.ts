import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/javascript';

const typescript = parser.configure({ dialect: 'ts' });
const TEXT = /^(?:String|TemplateString)$/;
/** Two words, a word beside a value, or a word with a capital, as labels are. */
const PROSE = /[A-Za-z’]+[,.:;?!]* [A-Za-z(]|\{\} \(?[A-Za-z]{2}|[A-Za-z]{2}[:,]? \{\}|^[A-Z][a-z]+…?[:.]?$/;
/** Where every word is shown, however it looks. */
const SHOWN_PROPERTY = /^(?:label|title|tooltip|placeHolder|placeholder|prompt|detail|description|accessibleName)$/;
const SHOWN_CALL = /^(?:described|spoken|lines|noteAppearance|show(?:Information|Warning|Error))$/;

export interface Literal {
  readonly text: string;
  readonly line: number;
}

/** The texts of a module that a person may read and that go through no `l10n.t`; values in a text are `{}`. */
export function textsOutside(source: string): readonly Literal[] {
  const found: Literal[] = [];
  typescript.parse(source).iterate({
    enter: ({ name, node, from }) => {
      if (name === 'ImportDeclaration' || name === 'LiteralType' || isForDevelopers(node, source)) return false;
      if (!TEXT.test(name) || isMessage(node, source) || isIdentity(node, source)) return undefined;
      for (const text of pieces(textOf(node, source))) {
        if (PROSE.test(text) || (/[a-z]/i.test(text.replaceAll('{}', '')) && isShown(node, source))) {
          found.push({ text, line: source.slice(0, from).split('\n').length });
        }
      }
      return undefined;
    },
  });
  return found;
}

/** The first argument of each `l10n.t`: its text, or undefined where it is not a plain string. */
export function messages(source: string): readonly (string | undefined)[] {
  const found: (string | undefined)[] = [];
  typescript.parse(source).iterate({
    enter: ({ name, node }) => {
      if (name !== 'CallExpression' || calleeOf(node, source) !== 'l10n.t') return;
      const first = node.getChild('ArgList')?.firstChild?.nextSibling;
      found.push(first?.name === 'String' ? unescaped(textOf(first, source)) : undefined);
    },
  });
  return found;
}

/** What is thrown or logged is told in English, for reports. */
function isForDevelopers(node: SyntaxNode, source: string): boolean {
  if (node.name === 'NewExpression') return /^new \w*Error\(/.test(source.slice(node.from, node.to));
  return node.name === 'CallExpression' && calleeOf(node, source) === 'output.error';
}

function isMessage(node: SyntaxNode, source: string): boolean {
  const call = node.parent?.name === 'ArgList' ? node.parent.parent : null;
  return call !== null && calleeOf(call, source) === 'l10n.t';
}

/** Nodes of trees know each other by such texts. */
function isIdentity({ parent }: SyntaxNode, source: string): boolean {
  if (parent?.name !== 'Property' && parent?.name !== 'VariableDeclaration') return false;
  return /^(?:const )?(?:id|context)\b/.test(source.slice(parent.from, parent.to));
}

function isShown(node: SyntaxNode, source: string): boolean {
  let { parent } = node;
  if (parent?.getChild('CompareOp')) return false;
  while (parent && /^(?:Conditional|Binary|Parenthesized)Expression$/.test(parent.name)) parent = parent.parent;
  if (parent?.name === 'Property') {
    const key = parent.firstChild;
    return key !== null && SHOWN_PROPERTY.test(source.slice(key.from, key.to));
  }
  return parent?.name === 'ArgList' && SHOWN_CALL.test(calleeOf(parent.parent, source) ?? '');
}

function calleeOf(call: SyntaxNode | null, source: string): string | undefined {
  const callee = call?.firstChild;
  return callee ? source.slice(callee.from, callee.to) : undefined;
}

function textOf(node: SyntaxNode, source: string): string {
  let text = '';
  let at = node.from + 1;
  for (const { from, to } of node.getChildren('Interpolation')) {
    text += `${source.slice(at, from)}{}`;
    at = to;
  }
  return text + source.slice(at, node.to - 1);
}

/** Of a page, what stands between its tags and names its controls. */
function pieces(text: string): readonly string[] {
  if (!text.startsWith('<')) return [text];
  const names = Array.from(text.matchAll(/(?:aria-label|title|alt|placeholder)="([^"]*)"/g), ([, name = '']) => name);
  return [...names, ...text.split(/<[^>]*>/)].map((piece) => piece.trim()).filter((piece) => /[a-z]/i.test(piece));
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));
}
