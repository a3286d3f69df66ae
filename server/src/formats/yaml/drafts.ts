import { ansibleDrafts } from './dialects/ansible';
import { composeDrafts } from './dialects/compose';
import { confluentDrafts } from './dialects/confluent';
import { kubernetesDrafts } from './dialects/kubernetes';
import { micronautDrafts } from './dialects/micronaut';
import { nativeMapDrafts } from './dialects/nativeMaps';
import { smallRyeDrafts } from './dialects/smallRye';
import { springYamlDrafts } from './dialects/spring';
import { springCloudDrafts } from './dialects/springCloud';
import { strimziDrafts } from './dialects/strimzi';
import { strimziJvmDrafts } from './dialects/strimziJvm';
import type { YamlDialect, YamlDraft } from './draft';
import type { YamlPart } from './read';

const DIALECTS: readonly YamlDialect[] = [
  composeDrafts,
  kubernetesDrafts,
  strimziDrafts,
  strimziJvmDrafts,
  confluentDrafts,
  springYamlDrafts,
  springCloudDrafts,
  smallRyeDrafts,
  micronautDrafts,
  nativeMapDrafts,
  ansibleDrafts,
];

export function draftsOf(parts: readonly YamlPart[], text: string, path: string): YamlDraft[] {
  const context = { text, path, parts };
  return parts.flatMap((part) => DIALECTS.flatMap((dialect) => dialect(part, context)));
}
