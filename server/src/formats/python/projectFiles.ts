import { projectFiles } from '../code/projectFiles';
import { fromFile } from '../code/relativeNames';
import { wantedFiles } from '../code/wantedFiles';
import type { Imports } from '../format';
import { readFile } from './declarations';

const FROM = /^[ \t]{0,40}from[ \t]{1,9}([\w.]{1,200})[ \t]{1,9}import[ \t]{1,9}([^\n(]{1,300}|\([^)]{0,1000}\))/gm;
const PLAIN = /^[ \t]{0,40}import[ \t]{1,9}([\w.]{1,200})/gm;
/** Packages that every second program imports, and that no project has as modules of its own. */
const PACKAGES =
  /^(?:__future__|abc|aiokafka|argparse|asyncio|base64|collections|concurrent|confluent_kafka|contextlib|csv|dataclasses|datetime|decimal|django|dotenv|enum|faker|fastapi|flask|functools|hashlib|io|itertools|json|kafka|logging|math|numpy|os|pandas|pathlib|pydantic|pydantic_settings|pytest|random|re|redis|requests|signal|socket|sqlalchemy|ssl|string|subprocess|sys|tempfile|threading|time|traceback|typing|unittest|urllib|uuid|uvicorn|yaml)(?:\.|$)/;
const MAX_NAMES = 20;

/** The modules that a text imports, as it names them: `.settings`, `app.settings`. */
function specifiers(text: string): readonly string[] {
  const names = new Set<string>();
  for (const [, module = '', things = ''] of text.matchAll(FROM)) {
    if (!/^\.+$/.test(module)) names.add(module);
    // Of a package a module may be imported.
    for (const [name] of things.matchAll(/[a-z_]\w*/g)) {
      if (text.includes(`${name}.`)) names.add(`${module}${module.endsWith('.') ? '' : '.'}${name}`);
    }
  }
  for (const [, name = ''] of text.matchAll(PLAIN)) names.add(name);
  return [...names].filter((name) => !PACKAGES.test(name)).slice(0, MAX_NAMES);
}

/** One dot is the file's own folder, each further one the folder around; without one it is somewhere above. */
function named(from: string, specifier: string): readonly string[] {
  const dots = /^\.+/.exec(specifier)?.[0].length ?? 0;
  const path = specifier.slice(dots).replaceAll('.', '/');
  if (dots === 0) return [path];
  const name = fromFile(from, `${dots === 1 ? './' : '../'.repeat(dots - 1)}${path}`);
  return name === undefined ? [] : [name];
}

/** How far above a file the folder is that its modules are named from. */
const ABOVE = ['./', '../', '../../', '../../../'];

function candidates(name: string): readonly string[] {
  if (name.startsWith('.')) return [`${name}.py`, `${name}/__init__.py`];
  return ABOVE.map((folder) => `${folder}${name}.py`);
}

const tells = (text: string): boolean => /kafka|producer|consumer|broker|bootstrap/i.test(text);

export const filesOf = projectFiles({ read: (text) => readFile(text), named, tells });

export const imports: Imports = { wanted: wantedFiles({ specifiers, named, tells }), candidates };
