import { parseValue } from '../../catalogue/typed';
import type { Setting } from '../../catalogue/types';
import type { Entry } from '../../model/entry';
import type { Scope } from '../../model/scope';
import { definitionOf } from '../definition';
import { humanValue } from '../humanValue';
import { knownValues } from './knownClasses';
import type { Suggestion } from './suggestion';
import { amounts } from './units';

export interface ValueSuggestions {
  readonly items: readonly Suggestion[];
  /** The items depend on the typed text. */
  readonly dynamic: boolean;
  /** The value is a list, of which one element is completed. */
  readonly isList: boolean;
}

/** Values that Kafka accepts for the key: its default, its choices, and amounts in usual units. */
export function valueSuggestions(scope: Scope, entry: Entry, typed: string): ValueSuggestions {
  const definition = definitionOf(scope, entry.key);
  const setting = definition?.setting;
  if (!setting) return { items: [], dynamic: false, isList: false };
  const isList = setting.type === 'LIST';
  const fixed = new Set(choicesOf(setting));
  const fallback = setting.default ?? '';
  if (fallback !== '' && !(isList && fallback.includes(','))) fixed.add(fallback);
  const measured = amounts(setting.key, typed);
  // What was typed, such as `7d`, need not look like the number that it means.
  const filterFor = (text: string) =>
    typed !== '' && measured.some((amount) => amount.text === text) ? { filter: typed } : {};
  const items = [...fixed].map((text, index) => ({ ...valueSuggestion(setting, text, index), ...filterFor(text) }));
  const sized = measured
    .filter(({ text }) => !fixed.has(text) && parseValue(setting, text).kind === 'ok')
    .map(({ text, human }, index) => amountSuggestion(text, human, index));
  const all = [...items, ...sized.map((item) => ({ ...item, ...filterFor(item.text) }))];
  return { items: all, dynamic: measured.length > 0, isList };
}

function amountSuggestion(text: string, human: string, index: number): Suggestion {
  return { label: text, kind: 'value', detail: human, text, sort: `2 ${String(index).padStart(3, '0')}` };
}

function choicesOf({ type, constraint, key }: Setting): readonly string[] {
  if (type === 'BOOLEAN') return ['true', 'false'];
  const listed = constraint?.oneOf ?? fromDescription(constraint?.other) ?? knownValues(key);
  return listed.filter((value) => value !== '');
}

/** Some of Kafka's validators say their choices only in words: `[latest, earliest, none, by_duration:PnDTnHnMn.nS]`. */
function fromDescription(other: string | undefined): readonly string[] | undefined {
  const list = other && /^\[(.*)\]$/.exec(other)?.[1];
  if (!list) return undefined;
  const words = list
    .split(', ')
    .filter((word) => (/^[\w.-]+$/.test(word) && /[a-z]/i.test(word)) || /^\d+\.\d+/.test(word));
  return words.length > 1 ? words : undefined;
}

function valueSuggestion(setting: Setting, text: string, index: number): Suggestion {
  const isDefault = text === setting.default;
  const human = humanValue(setting.key, text);
  const detail = [isDefault ? 'default' : '', human ?? ''].filter(Boolean).join(', ');
  return {
    label: text,
    kind: isDefault ? 'default' : 'value',
    ...(detail && { detail }),
    text,
    sort: `${isDefault ? 0 : 1} ${String(index).padStart(3, '0')}`,
    ...(isDefault && { preselect: true }),
  };
}
