import type { FileKind } from '../../protocol/fileKinds';

/** What the kernel is set to whenever the machine starts, and the profiles of tuned. */
export const files: FileKind = {
  id: 'sysctl-conf',
  family: 'settings',
  languageIds: [],
  names: ['sysctl.d/*.{conf,conf.j2}', '*sysctl*.{conf,conf.j2}', 'tuned.conf'],
  mentions: [[/(?:^|[ \t-])(?:vm|net|fs|kernel)[./]|^elevator[ \t]*=/m]],
  reach: 65_536,
};
