import { lookup } from '../../catalogue/catalogue';
import type { ClientOption } from '../../catalogue/clients/option';
import { documentationUrl } from '../../catalogue/links';
import type { Role } from '../../model/scope';
import { humanAmount } from '../humanValue';
import type { CodeScope } from './optionAt';

/** All that is known of an option, in Markdown: one paragraph of meaning, then one line a fact. */
export function describeOption(scope: CodeScope, option: ClientOption): string {
  const { description, required, values, kinds, unit } = option;
  const type = kinds.filter((kind) => kind !== 'any').join(' or ');
  const defaultFact = defaultFactOf(option);
  const facts = [
    ...(type ? [`Type: ${type}${unit === 'ms' ? ', in milliseconds' : unit === 'bytes' ? ', in bytes' : ''}`] : []),
    ...(values ? [`One of ${values.map(code).join(', ')}`] : []),
    ...(required ? ['Required'] : []),
    ...(defaultFact ? [defaultFact] : []),
    ...javaFacts(scope, option),
  ];
  const list = facts.map((fact) => `- ${fact}`).join('\n');
  return [description, list].filter(Boolean).join('\n\n');
}

/** The value with what it is in units that people read. */
export function shownValue(text: string, unit: ClientOption['unit']): string {
  const human = unit && humanAmount(text, unit);
  return human ? `${code(text)} = ${human}` : code(text);
}

/** Left out where the description says it already and there is no unit to add. */
function defaultFactOf({ defaultText, unit, description = '' }: ClientOption): string | undefined {
  if (defaultText === undefined || defaultText === '' || defaultText === 'null') return undefined;
  const shown = shownValue(defaultText, unit);
  return /default/i.test(description) && !shown.includes(' = ') ? undefined : `Default: ${shown}`;
}

/** Kafka's own name for it, with the default there where that is another one. */
function javaFacts(scope: CodeScope, { kafkaKey, resembles, defaultText, unit }: ClientOption): string[] {
  const key = kafkaKey ?? resembles;
  const role = key && roleOf(scope, key);
  if (!key || !role) return [];
  const link = `[${key}](${documentationUrl(role, key)})`;
  if (!kafkaKey) return [`Nearest in Kafka's own clients, though not the same: ${link}`];
  const java = lookup(role, key)?.at(scope.target.version)?.default;
  const name = `In Kafka's own clients: ${link}`;
  if (java === undefined || java === null || java === '') return [name];
  const isSame = defaultText !== undefined && plain(defaultText) === plain(java);
  return [isSame ? `${name}, with the same default` : `${name}, where the default is ${shownValue(java, unit)}`];
}

/** `all` is Kafka's word for what libraries write as -1. */
function plain(text: string): string {
  return text === 'all' ? '-1' : text;
}

function roleOf({ role, target }: CodeScope, key: string): Role | undefined {
  const candidates: readonly Role[] = [role, 'producer', 'consumer', 'admin', 'broker'];
  return candidates.find((one) => lookup(one, key)?.at(target.version));
}

function code(text: string): string {
  return `\`${text}\``;
}
