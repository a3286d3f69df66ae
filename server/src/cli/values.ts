import { parseArgs } from 'node:util';
import { nearest } from '../rules/support/nearest';
import { OPTIONS, type OptionSpec } from './options';

export type OptionName = keyof typeof OPTIONS;
type Value = string | boolean | readonly string[];
/** What the options of a command line were given as. */
export type Values = Partial<Readonly<Record<OptionName, Value>>>;

/** The command line cannot be understood as it is: what is wrong, and what to write. */
export class UsageError extends Error {}

/** Throws a UsageError, or an error of `parseArgs` for options that there are not. */
export function parseValues(argv: readonly string[]): { readonly values: Values; readonly positionals: string[] } {
  const options = Object.fromEntries(
    Object.entries<OptionSpec>(OPTIONS).map(([name, { type, short, multiple = false }]) => [
      name,
      { type, multiple, ...(short && { short }) },
    ]),
  );
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
  return { values: values as Values, positionals };
}

export function text(name: OptionName, values: Values): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

export function choice<T extends string>(name: OptionName, values: Values): T | undefined {
  const { choices = [] }: OptionSpec = OPTIONS[name];
  // The table's choices are those of the type that is asked for.
  return choiceAmong(name, values, choices) as T | undefined;
}

export function choiceAmong<T extends string>(name: OptionName, values: Values, choices: readonly T[]): T | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  const known = choices.find((one) => one === value);
  if (known !== undefined) return known;
  const similar = nearest(String(value), choices);
  const suggestion = similar ? ` Did you mean ${similar}?` : '';
  throw new UsageError(`--${name} ${value}: must be one of ${choices.join(', ')}.${suggestion}`);
}

export function count(name: OptionName, values: Values): number | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(String(value))) throw new UsageError(`--${name} ${value}: must be a number such as 10.`);
  return Number(value);
}
