import type { FileKind } from '../../protocol/fileKinds';

/** Rules by which udev sets up devices. */
export const files: FileKind = {
  id: 'udev-rules',
  family: 'settings',
  languageIds: [],
  names: ['*.rules'],
  mentions: [[/ATTR\{queue\/(?:scheduler|read_ahead_kb)\}[ \t]*=/]],
  reach: 65_536,
};
