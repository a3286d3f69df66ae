import type { ConfigType } from '../catalogue/types';
import { unitOf } from '../catalogue/units';
import type { ConfigDocument } from '../model/document';
import type { Entry } from '../model/entry';
import type { Scope } from '../model/scope';
import { overlaps, type Span } from '../model/span';
import { type Definition, definitionOf, isDeprecated } from './definition';

export const TOKEN_TYPES = [
  'property',
  'string',
  'number',
  'kafkaDuration',
  'kafkaSize',
  'keyword',
  'enumMember',
  'class',
  'variable',
] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

export const TOKEN_MODIFIERS = ['deprecated'] as const;

export interface Token {
  readonly span: Span;
  readonly type: TokenType;
  readonly deprecated: boolean;
}

/** Keys and values in the order of the text. A token may go over several lines. */
export function semanticTokens({ scopes }: ConfigDocument, within?: Span): Token[] {
  const tokens = scopes.flatMap((scope) =>
    scope.entries.filter(({ span }) => !within || overlaps(span, within)).flatMap((entry) => tokensOf(scope, entry)),
  );
  return tokens.sort((a, b) => a.span.start - b.span.start);
}

function tokensOf(scope: Scope, entry: Entry): Token[] {
  const definition = definitionOf(scope, entry.key);
  const deprecated = definition !== undefined && isDeprecated(definition.history, scope.target.version);
  const key: Token = { span: entry.keySpan, type: 'property', deprecated };
  if (isEmpty(entry.value.span)) return isEmpty(entry.keySpan) ? [] : [key];
  const value: Token = { span: entry.value.span, type: valueType(entry, definition), deprecated: false };
  return isEmpty(entry.keySpan) ? [value] : [key, value];
}

const TYPES: Readonly<Partial<Record<ConfigType, TokenType>>> = { BOOLEAN: 'keyword', CLASS: 'class' };

function valueType({ value }: Entry, definition: Definition | undefined): TokenType {
  if (value.kind === 'dynamic') return 'variable';
  const text = value.text.trim();
  const { setting, key = '' } = definition ?? {};
  if (setting?.constraint?.oneOf?.includes(text)) return 'enumMember';
  if (/^[+-]?\d+(?:\.\d+)?$/.test(text)) return numberType(key);
  return (setting && TYPES[setting.type]) ?? 'string';
}

function numberType(key: string): TokenType {
  const unit = unitOf(key);
  if (unit === 'bytes' || unit === 'bytes/s') return 'kafkaSize';
  return unit === 'ms' || unit === 's' || unit === 'min' || unit === 'h' || unit === 'ns' ? 'kafkaDuration' : 'number';
}

function isEmpty({ start, end }: Span): boolean {
  return start === end;
}
