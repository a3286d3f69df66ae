import type { FileKind } from '../../protocol/fileKinds';

/** Units of systemd, what is laid over them, and those from which Podman makes such. */
export const files: FileKind = {
  id: 'systemd',
  family: 'settings',
  languageIds: ['systemd-unit-file', 'systemd'],
  names: ['*.{service,container}', '*.service.{j2,erb,tpl}', '*.service.d/*.conf'],
  mentions: [[/^[ \t]*(?:Environment|ExecStart|Limit[A-Z]+)[ \t]*=/m]],
  reach: 262_144,
};
