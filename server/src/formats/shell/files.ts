import type { FileKind } from '../../protocol/fileKinds';

/** Scripts that set up a host for Kafka, or start it. */
export const files: FileKind = {
  id: 'shell',
  family: 'settings',
  languageIds: ['shellscript'],
  names: ['*.{sh,bash}', '*.sh.{j2,tpl,erb}'],
  mentions: [
    [/kafka/i, /\bsysctl\b|\bulimit\b|\/proc\/sys\/|queue\/scheduler|limits\.conf|\b(?:KAFKA_\w*|HEAP)_?OPTS=/],
  ],
  reach: 262_144,
};
