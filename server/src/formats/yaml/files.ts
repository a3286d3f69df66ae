import type { FileKind } from '../../protocol/fileKinds';

/** YAML files of any program; what they say decides whether Kafka is configured there. */
export const files: FileKind = {
  id: 'yaml',
  family: 'settings',
  languageIds: ['yaml', 'dockercompose', 'docker-compose', 'spring-boot-properties-yaml', 'github-actions-workflow'],
  names: ['*.{yml,yaml}', '*.{yml,yaml}.{j2,tpl,template,example,sample,dist}'],
  never: /^(?:pnpm-lock|package-lock|yarn-lock)\.ya?ml$/,
  // Their length is bounded where they are read, so that the whole text can be looked at.
  mentions: [[/kafka|strimzi|bootstrap[._-]?servers/i], [/^scrape_configs:/m]],
  reach: 1_048_576,
};
