import { enumValue } from '../../catalogue/clients';
import type { ClientOption } from '../../catalogue/clients/option';
import { codecOf } from '../../rules/kafkajs/support/codecs';
import type { Suggestion } from '../completion/suggestion';
import { amountsOf } from '../completion/units';
import { humanAmount } from '../humanValue';
import { optionValues } from './optionSnippets';

/** Values that the option takes: its choices, or amounts in usual units; `open` is the quote before the caret. */
export function optionValueSuggestions(
  option: ClientOption,
  typed: string,
  open: string,
  mark: string,
): readonly Suggestion[] {
  const choices = optionValues(option, mark);
  if (open !== '') {
    const texts = choices.filter((choice) => choice.startsWith(mark)).map((choice) => choice.slice(1, -1));
    return texts.map((text, index) => valueSuggestion(option, text, index));
  }
  if (choices.length > 0) return choices.map((text, index) => valueSuggestion(option, text, index));
  if (!option.unit) return [];
  const { defaultText } = option;
  const known = defaultText && /^\d+$/.test(defaultText) && typed === '' ? [{ text: defaultText, human: '' }] : [];
  const amounts = [...known, ...amountsOf(option.unit, typed).filter(({ text }) => text !== known[0]?.text)];
  return amounts.map(({ text, human }, index) => {
    const item = valueSuggestion(option, text, index, human);
    return typed === '' ? item : { ...item, filter: typed };
  });
}

function valueSuggestion(
  { defaultText, unit }: ClientOption,
  text: string,
  index: number,
  human = (unit && humanAmount(text, unit)) ?? '',
): Suggestion {
  const isDefault = text === defaultText;
  const inUnit = human || ((unit && humanAmount(text, unit)) ?? '');
  const detail = [isDefault ? 'default' : '', inUnit, codecDetail(text)].filter(Boolean).join(', ');
  return {
    label: text,
    kind: isDefault ? 'default' : 'value',
    text,
    sort: `13 ${String(index).padStart(3, '0')}`,
    ...(detail && { detail }),
  };
}

/** KafkaJS throws for codecs that nobody has registered. */
function codecDetail(text: string): string {
  const id = text.startsWith('CompressionTypes.') ? enumValue('kafkajs', text) : undefined;
  const codec = id === undefined ? undefined : codecOf(String(id));
  return codec ? `needs a codec such as ${codec.packageName}` : '';
}
