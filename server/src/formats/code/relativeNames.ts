/** What a file of that name calls `relative`, as the first file would call it; undefined for what is not relative. */
export function fromFile(name: string, relative: string): string | undefined {
  if (!/^\.{1,2}(?:\/|$)/.test(relative)) return undefined;
  const parts: string[] = [];
  for (const part of [...name.split('/').slice(0, -1), ...relative.split('/')]) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  const path = parts.join('/');
  return path.startsWith('..') ? path : `./${path}`;
}
