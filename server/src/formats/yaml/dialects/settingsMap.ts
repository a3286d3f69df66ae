import { hasPlaceholder } from '../../../catalogue/placeholders';
import type { Value } from '../../../model/entry';
import { type Span, sliceSpan } from '../../../model/span';
import type { MutableEntry } from '../../../recognition/parts';
import { linkLast } from '../../overridden';
import { type Place, type Site, withSite } from '../../sites/site';
import { fieldsOf, type YamlField, type YamlNode } from '../nodes';
import { kubernetesText } from '../scalars/scalarText';
import { addAfter, addFirst, addMap, pairSite } from '../sites/pairSite';
import type { Dialect } from '../sites/quote';

/** How Kubernetes' resources have values. */
export const KUBERNETES: Dialect = { read: kubernetesText };

/** A value that nothing is filled into but what placeholders show. */
export function plainValue(text: string | null | undefined, span: Span): Value {
  if (text === null || text === undefined) return { kind: 'absent', text: '', span };
  return { kind: hasPlaceholder(text) ? 'dynamic' : 'literal', text, span };
}

/** The entries of a map whose keys are Kafka's own; what is no scalar is left out. */
export function entriesOf(
  text: string,
  map: Partial<Pick<YamlField, 'value' | 'shared' | 'alias'>> | undefined,
  dialect: Dialect = KUBERNETES,
): readonly MutableEntry[] {
  const fields = fieldsOf(map?.value, map?.shared || map?.alias === true);
  return linkLast(fields.flatMap((field) => entryOf(text, field, field.key, dialect) ?? []));
}

const TEMPLATE = /\{\{|\{%/;

export function entryOf(text: string, field: YamlField, key: string, dialect: Dialect): MutableEntry | undefined {
  const { value } = field;
  // What a template fills in was masked before it was read.
  if ((value && value.kind !== 'scalar') || TEMPLATE.test(sliceSpan(text, field.keySpan))) return undefined;
  const span = valueSpanOf(text, field);
  const source = text.slice(span.start, span.end);
  const read: Value = TEMPLATE.test(source)
    ? { kind: 'dynamic', text: source, span }
    : plainValue(value ? dialect.read(value) : null, span);
  const entry: MutableEntry = {
    key,
    writtenKey: field.key,
    keySpan: field.keySpan,
    value: read,
    span: { start: field.keySpan.start, end: Math.max(span.end, field.keySpan.end) },
  };
  return withSite(entry, siteIn(field, dialect));
}

/** What is shared with others takes no addition: they would all get it. */
export function siteIn(field: YamlField, dialect: Dialect): Site {
  const site = pairSite(field.owner, field, dialect);
  return field.shared || field.owner.aliased ? { ...site, add: () => undefined } : site;
}

/** Without the line ends behind a block scalar. */
export function valueSpanOf(text: string, { value, valueSpan }: YamlField): Span {
  const isBlock = value?.kind === 'scalar' && (value.style === 'literal' || value.style === 'folded');
  if (!isBlock) return valueSpan;
  return { start: valueSpan.start, end: valueSpan.start + text.slice(valueSpan.start, valueSpan.end).trimEnd().length };
}

/** New settings go into the map at the path below the parent, which is made where it is not there. */
export function mapPlace(parent: YamlNode | undefined, path: readonly string[], dialect: Dialect = KUBERNETES): Place {
  return {
    add: (text, setting) => {
      const own = parent?.kind === 'map' && !parent.aliased ? parent : undefined;
      const [name, ...rest] = path;
      if (name === undefined) {
        const last = own?.pairs.at(-1);
        return own && last && addAfter(text, own, last, setting, dialect);
      }
      const field = own?.pairs.find(({ key }) => key === name);
      if (!field) return own && addMap(text, own, path, setting, dialect);
      if (field.alias) return undefined;
      if (rest.length > 0 && field.value?.kind === 'map')
        return mapPlace(field.value, rest, dialect).add(text, setting);
      if (rest.length > 0) return undefined;
      if (!field.value || (field.value.kind === 'map' && field.value.pairs.length === 0)) {
        return addFirst(text, field, setting, dialect);
      }
      return mapPlace(field.value, [], dialect).add(text, setting);
    },
  };
}
