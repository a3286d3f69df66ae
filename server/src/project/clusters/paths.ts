/** The folder of a URI, with its final slash. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}

export function fileOf(uri: string): string {
  return decoded(uri.slice(uri.lastIndexOf('/') + 1));
}

/** How many folders two files share from the top; a file is nearest to itself. */
export function nearness(one: string, other: string): number {
  if (one === other) return Number.MAX_SAFE_INTEGER;
  const [a, b] = [folderOf(one).split('/'), folderOf(other).split('/')];
  let shared = 0;
  while (shared < a.length - 1 && shared < b.length - 1 && a[shared] === b[shared]) shared++;
  return shared;
}

/** True when the file lies in the other's folder, in one below it, or beside that folder: `docker/` and `src/`. */
export function isAround(file: string, other: string): boolean {
  return folderOf(file).startsWith(folderOf(folderOf(other).slice(0, -1)));
}

/** A node's folder, which may have one for its settings. */
const NUMBERED = /((?:node|broker|kafka|server|controller|host)[-_.]?)\d{1,4}(\/(?:config|conf|etc))?$/i;

/** Files of the nodes of one cluster are called alike but for a number: `server-1.properties`, `node2/server.properties`. */
export function templateOf(uri: string): string {
  const [folder, name] = [folderOf(uri).slice(0, -1), uri.slice(uri.lastIndexOf('/') + 1)];
  const alike = folder.replace(NUMBERED, '$1$2');
  return `${alike}/${name.replace(/[-_.]?\d{1,4}(?=\D|$)/g, '')}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
