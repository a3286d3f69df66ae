import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import type { Matcher, Selector } from '../../model/monitoring';
import type { Span } from '../../model/span';
import { secondsOf } from './durations';
import { withoutVariables } from './variables';

/** No expression that a person reads has more. */
const MOST_SELECTORS = 200;

/** The selectors of an expression; `spanOf` gives the place of a range of it in the file. */
export function selectorsOf(text: string, spanOf: (from: number, to: number) => Span): Selector[] {
  const found: Selector[] = [];
  const tree = parser.parse(withoutVariables(text));
  tree.iterate({
    enter: ({ name, node }) => {
      if (name !== 'VectorSelector' || found.length >= MOST_SELECTORS) return;
      found.push(selectorOf(text, node, spanOf));
    },
  });
  return found;
}

function selectorOf(text: string, node: SyntaxNode, spanOf: (from: number, to: number) => Span): Selector {
  const identifier = node.getChild('Identifier');
  const written = identifier ? text.slice(identifier.from, identifier.to) : '';
  const matchers = matchersOf(text, node, spanOf);
  const named = matchers.find(({ label, operator }) => label === '__name__' && operator === '=');
  const name = /^[\w:]+$/.test(written) ? written : (named?.value ?? '');
  const window = windowOf(text, node, spanOf);
  const compared = comparedWith(text, node);
  return {
    metric: name,
    metricSpan: identifier ? spanOf(identifier.from, identifier.to) : (named?.valueSpan ?? spanOf(node.from, node.to)),
    span: spanOf(node.from, node.to),
    matchers: matchers.filter(({ label }) => label !== '__name__'),
    ...(window && { window }),
    within: enclosing(text, node, spanOf),
    ...(compared && { compared }),
    isPaired: isPaired(text, node),
  };
}

function matchersOf(text: string, node: SyntaxNode, spanOf: (from: number, to: number) => Span): Matcher[] {
  const list = node.getChild('LabelMatchers');
  return (list?.getChildren('UnquotedLabelMatcher') ?? []).flatMap((matcher) => {
    const [label, operator, value] = ['LabelName', 'MatchOp', 'StringLiteral'].map((kind) => matcher.getChild(kind));
    if (!label || !operator || !value || value.to - value.from < 2) return [];
    return [
      {
        label: text.slice(label.from, label.to),
        operator: text.slice(operator.from, operator.to),
        value: text.slice(value.from + 1, value.to - 1),
        valueSpan: spanOf(value.from + 1, value.to - 1),
      },
    ];
  });
}

function windowOf(text: string, node: SyntaxNode, spanOf: (from: number, to: number) => Span): Selector['window'] {
  const range = node.parent?.name === 'MatrixSelector' ? node.parent.getChild('DurationExpr') : null;
  const seconds = range ? secondsOf(text.slice(range.from, range.to)) : undefined;
  return range && seconds !== undefined ? { value: seconds, span: spanOf(range.from, range.to) } : undefined;
}

function enclosing(text: string, node: SyntaxNode, spanOf: (from: number, to: number) => Span): Selector['within'] {
  const calls: { name: string; span: Span; nameSpan: Span }[] = [];
  for (let at = node.parent; at; at = at.parent) {
    if (at.name !== 'FunctionCall' && at.name !== 'AggregateExpr') continue;
    const head = at.getChild('FunctionIdentifier') ?? at.getChild('AggregateOp');
    if (!head) continue;
    calls.push({
      name: text.slice(head.from, head.to).toLowerCase(),
      span: spanOf(at.from, at.to),
      nameSpan: spanOf(head.from, head.to),
    });
  }
  return calls;
}

const COMPARISONS = new Set(['Eql', 'Neq', 'Gtr', 'Gte', 'Lss', 'Lte']);

/** The number on the other side of the comparison that the selector takes part in. */
function comparedWith(text: string, node: SyntaxNode): Selector['compared'] {
  for (let at: SyntaxNode = node; at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.name !== 'BinaryExpr') continue;
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (!COMPARISONS.has(child.name)) continue;
      const last = parent.lastChild;
      const number = last && last.from !== at.from ? Number(text.slice(last.from, last.to)) : Number.NaN;
      return Number.isNaN(number) ? undefined : { operator: text.slice(child.from, child.to), number };
    }
    // What is added or divided is another value.
    return undefined;
  }
  return undefined;
}

function isPaired(text: string, node: SyntaxNode): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at.name !== 'BinaryExpr' || at.getChild('Or')) continue;
    const sides = [at.firstChild, at.lastChild].map((side) => Number(side && text.slice(side.from, side.to)));
    if (sides.every(Number.isNaN)) return true;
  }
  return false;
}
