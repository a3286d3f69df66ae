import type { Reader } from '../../catalogue/reader';
import type { Role } from '../../model/scope';

const CONNECT: readonly Role[] = ['connect-standalone', 'connect-distributed', 'connector', 'mirror-maker'];

/** True for a client's part of a Connect worker, connector or MirrorMaker, where Connect's own defaults hold. */
export function isInsideConnect({ scope }: Reader): boolean {
  return scope.part !== undefined && scope.parent !== undefined && CONNECT.includes(scope.parent.role);
}

/** True for a client's part of a Streams application. */
export function isInsideStreams({ scope }: Reader): boolean {
  return scope.part !== undefined && scope.parent?.role === 'streams';
}
