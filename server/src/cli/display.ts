import { relative, sep } from 'node:path';

/** A file as the user would name it: relative to the current folder where it is below it. */
export function display(file: string, cwd: string): string {
  const name = relative(cwd, file);
  return name.startsWith(`..${sep}`) ? file : name;
}
