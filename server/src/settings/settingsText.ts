import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { SettingsPath, SettingsProblem } from './problems';
import { readSettings } from './read';
import { DEFAULT_SETTINGS, type Settings } from './settings';

/** A problem of a settings file, with its place counted from 1. */
export interface PlacedProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface SettingsText {
  /** What the text holds; undefined for a text that is not JSON. */
  readonly raw: unknown;
  readonly settings: Settings;
  readonly problems: readonly PlacedProblem[];
}

/** Reads the text of a `.kafka-lint.json`: JSON that may have comments and commas behind the last of a list. */
export function readSettingsText(text: string): SettingsText {
  const errors: ParseError[] = [];
  const plain = text.replace(/^\uFEFF/, ' ');
  const root = plain.trim() === '' ? undefined : treeOf(plain, errors);
  const [error] = errors;
  if (error || !root) {
    const message = error ? `This is not JSON: ${wordsOf(error)}.` : 'The file has no settings; {} stands for none.';
    return {
      raw: undefined,
      settings: DEFAULT_SETTINGS,
      problems: [{ ...placeOf(plain, error?.offset ?? 0), message }],
    };
  }
  const raw = plainValue(root);
  const { settings, problems } = readSettings(raw);
  return { raw, settings, problems: problems.map((problem) => placed(plain, root, problem)) };
}

/** Undefined for brackets in brackets until the stack is full. */
function treeOf(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, { allowTrailingComma: true });
  } catch {
    return undefined;
  }
}

/** `PropertyNameExpected` reads as "property name expected". */
function wordsOf({ error }: ParseError): string {
  return printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}

function placed(text: string, root: Node, { path, message }: SettingsProblem): PlacedProblem {
  return { ...placeOf(text, keyNode(root, path)?.offset ?? 0), message };
}

/** The key rather than its value, where there is one. */
function keyNode(root: Node, path: SettingsPath): Node | undefined {
  const value = findNodeAtLocation(root, [...path]);
  return value?.parent?.type === 'property' ? value.parent.children?.[0] : value;
}

function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset).split(/\r\n|[\r\n]/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** jsonc-parser's own objects would take a key `__proto__` for their prototype. */
function plainValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainValue);
  if (node.type !== 'object') return node.value;
  const rows = (node.children ?? []).flatMap(({ children: [key, value] = [] }) => {
    return key && value ? [[String(key.value), plainValue(value)] as const] : [];
  });
  return Object.fromEntries(rows);
}
