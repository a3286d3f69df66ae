import { composeDrafts } from './dialects/compose';
import { kubernetesDrafts } from './dialects/kubernetes';
import { springYamlDrafts } from './dialects/spring';
import { strimziDrafts } from './dialects/strimzi';
import type { YamlDialect, YamlDraft } from './draft';
import type { YamlPart } from './read';

const DIALECTS: readonly YamlDialect[] = [composeDrafts, kubernetesDrafts, strimziDrafts, springYamlDrafts];

export function draftsOf(parts: readonly YamlPart[], text: string, path: string): YamlDraft[] {
  const context = { text, path, parts };
  return parts.flatMap((part) => DIALECTS.flatMap((dialect) => dialect(part, context)));
}
