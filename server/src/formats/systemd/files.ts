import type { FileKind } from '../../protocol/fileKinds';

/** Units of systemd, and those from which Podman makes such. */
export const files: FileKind = {
  id: 'systemd',
  family: 'settings',
  languageIds: ['systemd-unit-file', 'systemd'],
  names: ['*.{service,container}'],
  mentions: [[/^[ \t]*Environment[ \t]*=/m, /kafka|connect_/i]],
  reach: 262_144,
};
