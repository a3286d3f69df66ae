import type { Reader } from '../../catalogue/reader';
import type { Role } from '../../model/scope';
import type { RuleContext } from '../rule';

const CONNECT: readonly Role[] = ['connect-standalone', 'connect-distributed', 'connector', 'mirror-maker'];

/** True for a client's part of a Connect worker, connector or MirrorMaker file, where Connect's own defaults hold. */
export function isInsideConnect(reader: Reader, context: RuleContext): boolean {
  return reader.scope.prefix !== '' && CONNECT.includes(outerRole(context));
}

/** True for a client's part of a Streams file. */
export function isInsideStreams(reader: Reader, context: RuleContext): boolean {
  return reader.scope.prefix !== '' && outerRole(context) === 'streams';
}

function outerRole({ document }: RuleContext): Role {
  return document.scopes.find((scope) => scope.prefix === '')?.role ?? 'client';
}
