import type { FileKind } from '../../protocol/fileKinds';

/** What PAM limits when somebody logs in: `limits.conf`, and the files of `limits.d`. */
export const files: FileKind = {
  id: 'limits-conf',
  family: 'settings',
  languageIds: [],
  names: ['limits.d/*.{conf,conf.j2}', '*limits*.{conf,conf.j2}'],
  mentions: [[/^[ \t]*\S+[ \t]+(?:soft|hard|-)[ \t]+(?:nofile|nproc|memlock)[ \t]/m]],
  reach: 65_536,
};
