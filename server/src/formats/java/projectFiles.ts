import { projectFiles } from '../code/projectFiles';
import { fromFile } from '../code/relativeNames';
import { wantedFiles } from '../code/wantedFiles';
import type { Imports } from '../format';
import { readFile } from './declarations';

const PACKAGE = /^[ \t]{0,9}package[ \t]{1,9}([\w.]{1,300})[ \t]{0,9};/m;
const IMPORT = /^[ \t]{0,9}import[ \t]{1,9}(static[ \t]{1,9})?([\w.]{1,300})[ \t]{0,9};/gm;
const CLASS = /(?<![\w.])([A-Z]\w*)\s*\.\s*\w/g;
const MAX_NAMES = 40;

/** The classes that a text names: those that it imports, and others of its package. */
function specifiers(text: string): readonly string[] {
  const own = packageOf(text);
  const names = new Set<string>();
  const imported = new Set<string>();
  for (const [, isStatic, whole = ''] of text.matchAll(IMPORT)) {
    const name = isStatic ? whole.slice(0, Math.max(whole.lastIndexOf('.'), 0)) : whole;
    imported.add(name.slice(name.lastIndexOf('.') + 1));
    if (isNear(own, name)) names.add(name);
  }
  for (const [, name = ''] of text.matchAll(CLASS)) if (!imported.has(name)) names.add(name);
  return [...names].slice(0, MAX_NAMES);
}

function packageOf(text: string): string {
  return PACKAGE.exec(text)?.[1] ?? '';
}

/** Of the same project, as far as the first two parts of packages tell. */
function isNear(own: string, name: string): boolean {
  const [first, second] = own.split('.');
  const [one, other] = name.split('.');
  return first !== undefined && first !== '' && first === one && (second === undefined || second === other);
}

/** A class's file stands in the folder of its package; a name without one is of the same package. */
function named(from: string, specifier: string, _known: unknown, text: string): readonly string[] {
  const own = packageOf(text);
  const up = own === '' ? './' : '../'.repeat(own.split('.').length);
  const relative = specifier.includes('.') ? `${up}${specifier.replaceAll('.', '/')}` : `./${specifier}`;
  const name = fromFile(from, relative);
  return name === undefined ? [] : [name];
}

const tells = (text: string): boolean => /kafka|producer|consumer|broker|bootstrap/i.test(text);

export const filesOf = projectFiles({ read: (text) => readFile(text), named, tells });

export const imports: Imports = {
  wanted: wantedFiles({ specifiers, named, tells }),
  candidates: (name) => [`${name}.java`],
};
