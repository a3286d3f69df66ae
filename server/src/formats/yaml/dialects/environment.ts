import type { Value } from '../../../model/entry';
import type { MutableEntry } from '../../../recognition/parts';
import { composeValue } from '../../containers/interpolation';
import { linkLast } from '../../overridden';
import { type Place, siteOf, withSite } from '../../sites/site';
import { fieldsOf, itemsOf, type YamlField, type YamlNode, type YamlScalar } from '../nodes';
import { composeText } from '../scalars/scalarText';
import { assignmentOf, itemSite } from '../sites/itemSite';
import { addAfter, addFirst, addMap } from '../sites/pairSite';
import type { Dialect } from '../sites/quote';
import { siteIn, valueSpanOf } from './settingsMap';

/** How compose writes values of variables, of which images then make lines of a .properties file. */
export const COMPOSE: Dialect = {
  read: composeText,
  escape: (value) => value.replaceAll('\\', '\\\\').replaceAll('$', '$$$$'),
};

/** The variables that a field such as `environment:` sets, as entries whose keys are the variables' names. */
export function variablesOf(text: string, environment: YamlField | undefined): readonly MutableEntry[] {
  if (!environment?.value) return [];
  const isShared = environment.shared || environment.alias === true;
  if (environment.value.kind === 'list') return linkLast(listVariables(text, environment.value));
  const fields = fieldsOf(environment.value, isShared);
  // Compose refuses a map in which a variable is twice.
  return fields.flatMap((field) => mapVariable(text, field));
}

function mapVariable(text: string, field: YamlField): MutableEntry[] {
  const { value } = field;
  // Compose refuses a file whose variable is a list or a map.
  if (value && value.kind !== 'scalar') return [];
  const span = valueSpanOf(text, field);
  const entry: MutableEntry = {
    key: field.key,
    writtenKey: field.key,
    keySpan: field.keySpan,
    value: variableValue(value, span),
    span: { start: field.keySpan.start, end: Math.max(span.end, field.keySpan.end) },
  };
  return [withSite(entry, siteIn(field, COMPOSE))];
}

function variableValue(scalar: YamlScalar | undefined, span: Value['span']): Value {
  const read = scalar ? composeText(scalar) : null;
  // A variable without a value has that of the shell which starts compose.
  if (read === null || read === undefined) return { kind: 'dynamic', text: scalar?.text ?? '', span };
  const value = composeValue(read, span);
  const isChanged = scalar !== undefined && read !== scalar.text && value.kind === 'literal';
  return isChanged ? { ...value, written: scalar.text } : value;
}

function listVariables(text: string, list: Extract<YamlNode, { kind: 'list' }>): MutableEntry[] {
  return itemsOf(list).flatMap((scalar) => {
    if (scalar.kind !== 'scalar') return [];
    const item = assignmentOf(text, scalar);
    const value: Value =
      item.value === undefined
        ? { kind: 'dynamic', text: '', span: item.valueSpan }
        : composeValue(item.value, item.valueSpan);
    const entry: MutableEntry = {
      key: item.name,
      writtenKey: item.name,
      keySpan: item.nameSpan,
      value,
      span: { start: item.nameSpan.start, end: item.valueSpan.end },
    };
    return [withSite(entry, itemSite(list, scalar, item, COMPOSE))];
  });
}

/** Where a service's new variables go: into its own environment, never into one that it shares. */
export function environmentPlace(service: YamlField, name: string, environment: YamlField | undefined): Place {
  return {
    add: (text, setting) => {
      const own = service.value?.kind === 'map' ? service.value : undefined;
      const field = own?.pairs.find(({ key }) => key === name);
      if (!field) return own && !environment ? addMap(text, own, [name], setting, COMPOSE) : undefined;
      if (field.alias || (field.value?.kind === 'map' && field.value.aliased)) return undefined;
      if (!field.value || (field.value.kind === 'map' && field.value.pairs.length === 0)) {
        return addFirst(text, field, setting, COMPOSE);
      }
      if (field.value.kind === 'map') {
        const last = field.value.pairs.at(-1);
        return last && addAfter(text, field.value, last, setting, COMPOSE);
      }
      const last = field.value.kind === 'list' ? listVariables(text, field.value).at(-1) : undefined;
      return last && siteOf(last)?.add(text, setting);
    },
  };
}
