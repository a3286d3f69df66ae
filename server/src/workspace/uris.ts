/** The decoded path of a URI: `/c:/a b/server.properties`. What is no URI is taken as a path. */
export function pathOf(uri: string): string {
  const match = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?([^?#]*)/i.exec(uri);
  return decode(match?.[1] ?? uri);
}

/** True when the document lies in the folder or deeper; a client may write the folder with a final slash. */
export function isIn(uri: string, folder: string): boolean {
  return decode(uri).startsWith(withSlash(decode(folder)));
}

/** The path of a document from a folder that it lies in. */
export function pathBelow(uri: string, folder: string): string {
  return decode(uri).slice(withSlash(decode(folder)).length);
}

export function lastPart(path: string): string {
  return path.replace(/(?<![\\/])[\\/]+$/, '').replace(/^.*[\\/]/, '');
}

/** The URIs of the folders around a document, the innermost first, up to `top`; without one only its own folder. */
export function foldersAround(uri: string, top: string | undefined): string[] {
  const folders: string[] = [];
  for (let at = parentOf(uri); at; at = parentOf(at)) {
    folders.push(at);
    if (top === undefined || !isIn(at, top)) break;
  }
  return folders;
}

/** Undefined for what is no URI with a path, such as an unsaved text. */
function parentOf(uri: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*:\/\/[^?#]*)\/[^/?#]+\/?(?:[?#].*)?$/i.exec(uri)?.[1];
}

/** The URI of a file that lies directly in a folder. */
export function childUri(folder: string, name: string): string {
  return `${withSlash(folder)}${name}`;
}

function withSlash(uri: string): string {
  return uri.endsWith('/') ? uri : `${uri}/`;
}

/** Clients differ in what they escape (`c%3A` or `c:`), so URIs are compared without escapes. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
