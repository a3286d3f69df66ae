const TEMPORARY = /^(?:\/tmp|\/var\/tmp|\/private\/tmp|[a-z]:[\\/](?:windows[\\/])?temp)(?:[\\/]|$)/i;

/** True for a path that the system may clear. */
export function isTemporary(path: string): boolean {
  return TEMPORARY.test(path);
}
