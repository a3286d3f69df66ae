import type { FileKind } from '../../protocol/fileKinds';

/** Files by which images are built, Podman's included. */
export const files: FileKind = {
  id: 'dockerfile',
  family: 'settings',
  languageIds: ['dockerfile'],
  names: ['*.{dockerfile,containerfile}', 'dockerfile', 'containerfile', 'dockerfile.*', 'containerfile.*'],
  mentions: [[/^[ \t]*(?:ENV|COPY|ADD|RUN)\s/im, /kafka|connect_/i]],
  reach: 262_144,
};
