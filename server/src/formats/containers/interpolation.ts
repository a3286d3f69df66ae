import { hasPlaceholder } from '../../catalogue/placeholders';
import type { Value } from '../../model/entry';
import type { Span } from '../../model/span';

interface Interpolated {
  readonly text: string;
  readonly known: boolean;
  readonly fallback: boolean;
}

/** `${NAME:-value}` with at most one such default within another. */
const VARIABLE = /\$(?:\$|\{(\w+)(?:(:?[-?+])((?:[^${}]|\$\$|\$\{[^{}]*\})*))?\}|([A-Za-z_]\w*))/g;

/** A value as Docker Compose fills in its variables, whose values nobody knows here; their defaults count. */
export function composeValue(text: string, span: Span): Value {
  const { text: filled, known, fallback } = interpolate(text, 0);
  if (!known || hasPlaceholder(filled)) return { kind: 'dynamic', text, span };
  return { kind: 'literal', text: filled, span, ...(fallback && { fallback: true }) };
}

function interpolate(text: string, depth: number): Interpolated {
  if (!text.includes('$')) return { text, known: true, fallback: false };
  let known = true;
  let fallback = false;
  const filled = text.replace(VARIABLE, (all, _name, operator?: string, word = '') => {
    if (all === '$$') return DOLLAR;
    const isDefault = operator === '-' || operator === ':-';
    const inner = isDefault && depth < 2 ? interpolate(word, depth + 1) : undefined;
    if (inner?.known) fallback = true;
    else known = false;
    return inner?.text ?? '';
  });
  // A sign that begins nothing makes compose refuse the file.
  if (filled.includes('$')) known = false;
  return { text: filled.replaceAll(DOLLAR, '$'), known, fallback };
}

/** Stands for a dollar sign until all variables are filled in. */
const DOLLAR = '\ue000';
