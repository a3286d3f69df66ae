import { parse } from 'jsonc-parser';
import { fromFile } from '../code/relativeNames';
import type { ImportedFile, ImportedText } from '../format';

/** How far above a file its project's `tsconfig.json` may stand. */
const MAX_ABOVE = 6;
/** Configurations that extend one another. */
const MAX_EXTENDED = 4;

/** Where a name of a module leads: a pattern, such as `@app/*`, and the files that it stands for. */
type Way = readonly [pattern: string, targets: readonly string[]];

/** What a `tsconfig.json` says about names of modules, with names of files as the first file would write them. */
interface Configuration {
  readonly ways: readonly Way[];
  readonly extended: readonly string[];
}

const NOTHING: Configuration = { ways: [], extended: [] };

/** The nearest one first. */
const NEAR: readonly string[] = Array.from(
  { length: MAX_ABOVE },
  (_, steps) => `${'../'.repeat(steps) || './'}tsconfig.json`,
);

/** True for names that may be short for a file of the project: `@app/kafka`, `~/kafka`, `src/kafka`. */
export function mayBeAlias(specifier: string): boolean {
  return /^(?:[@~#]|\w[\w.-]*\/)[^:]*$/.test(specifier) && !/^@(?:nestjs|types)\//.test(specifier);
}

/** The configurations that may explain such names, as far as it is known what they extend. */
export function configurationNames(known: ImportedText): readonly string[] {
  return NEAR.flatMap((name) => [name, ...chainOf(known, name).flatMap(({ extended }) => extended)]);
}

/** The files of the project that a name may stand for by `paths` and `baseUrl`, the likeliest first. */
export function aliased(specifier: string, known: ImportedText): readonly string[] {
  if (!mayBeAlias(specifier)) return [];
  for (const name of NEAR) {
    const targets = chainOf(known, name).flatMap(({ ways }) => targetsOf(ways, specifier));
    if (targets.length > 0) return targets;
  }
  return [];
}

/** A configuration and those that it extends, the nearest first. */
function chainOf(known: ImportedText, name: string): readonly Configuration[] {
  const chain: Configuration[] = [];
  let names: readonly string[] = [name];
  for (let step = 0; step < MAX_EXTENDED && names.length > 0; step++) {
    const found = names.map((one) => configurationIn(known(one)));
    chain.push(...found);
    names = found.flatMap(({ extended }) => extended);
  }
  return chain;
}

const read = new WeakMap<ImportedFile, Configuration>();

function configurationIn(file: ImportedFile | undefined): Configuration {
  if (!file) return NOTHING;
  const before = read.get(file);
  const configuration = before ?? configurationOf(file);
  read.set(file, configuration);
  return configuration;
}

function configurationOf({ name, text }: ImportedFile): Configuration {
  const content = parse(text, undefined, { allowTrailingComma: true });
  const options = member(content, 'compilerOptions');
  const baseUrl = member(options, 'baseUrl');
  const base = typeof baseUrl === 'string' ? `${baseUrl}/` : '';
  const paths = Object.entries(asObject(member(options, 'paths')));
  const listed = paths.map(([pattern, targets]): Way => [pattern, textsIn(targets).map((target) => base + target)]);
  const ways: readonly Way[] = typeof baseUrl === 'string' ? [...listed, ['*', [`${base}*`]]] : listed;
  const here = (target: string) => fromFile(name, `./${target}`) ?? [];
  return {
    ways: ways.map(([pattern, targets]) => [pattern, targets.flatMap(here)]),
    extended: textsIn(member(content, 'extends')).flatMap((one) => {
      const file = fromFile(name, one);
      return file === undefined ? [] : [file.endsWith('.json') ? file : `${file}.json`];
    }),
  };
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

function member(value: unknown, name: string): unknown {
  return Object.entries(asObject(value)).find(([key]) => key === name)?.[1];
}

function textsIn(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one) => typeof one === 'string');
}

/** As TypeScript has it, the pattern with the longest text before its star; a name without one first of all. */
function targetsOf(ways: readonly Way[], specifier: string): readonly string[] {
  const fitting = ways.flatMap(([pattern, targets]) => {
    const [before = '', after] = pattern.split('*');
    if (after === undefined) return pattern === specifier ? [{ length: Number.POSITIVE_INFINITY, targets }] : [];
    const fits =
      specifier.length >= before.length + after.length && specifier.startsWith(before) && specifier.endsWith(after);
    const star = specifier.slice(before.length, specifier.length - after.length);
    return fits ? [{ length: before.length, targets: targets.map((one) => one.replace('*', () => star)) }] : [];
  });
  return fitting.toSorted((a, b) => b.length - a.length).flatMap(({ targets }) => targets);
}
