import type { MutableEntry } from '../../../recognition/parts';
import { bytesOf } from '../../machine/bytes';
import { sysctlKey } from '../../machine/sysctlLine';
import { linkLast } from '../../overridden';
import type { PlacedDraft } from '../../sites/placedDraft';
import { fieldAt, fieldsOf, textAt, type YamlField } from '../nodes';
import { COMPOSE } from './environment';
import { entryOf } from './settingsMap';

/** What a service of Docker Compose may take of the memory. */
export function memoryOfService({ value }: YamlField): number | undefined {
  const limits = fieldAt(fieldAt(fieldAt(value, 'deploy')?.value, 'resources')?.value, 'limits')?.value;
  return bytesOf(textAt(value, 'mem_limit') ?? textAt(limits, 'memory'));
}

/** `ulimits:` and `sysctls:` of a service, which hold for its container alone. */
export function limitsOfService(text: string, { key, value }: YamlField): PlacedDraft[] {
  const ulimits = fieldsOf(fieldAt(value, 'ulimits')?.value).flatMap((field) => limitEntries(text, field));
  const parameters = fieldsOf(fieldAt(value, 'sysctls')?.value).flatMap(
    (field) => entryOf(text, field, sysctlKey(field.key), COMPOSE) ?? [],
  );
  const entries = linkLast([...ulimits, ...parameters].sort((a, b) => a.span.start - b.span.start));
  const [first] = entries;
  if (!first) return [];
  return [
    {
      entries,
      span: { start: first.span.start, end: entries.at(-1)?.span.end ?? first.span.end },
      name: key,
      role: 'host',
      completeness: 'fragment',
      machine: { reader: 'container', dedicated: true, persistent: true, process: 'server' },
    },
  ];
}

/** `nofile: 100000`, or its two sides in a map. */
function limitEntries(text: string, field: YamlField): MutableEntry[] {
  if (!/^(?:nofile|nproc|memlock)$/.test(field.key)) return [];
  if (field.value?.kind !== 'map') return [entryOf(text, field, field.key, COMPOSE)].filter((one) => one !== undefined);
  return fieldsOf(field.value).flatMap((side) => {
    const entry = /^(?:soft|hard)$/.test(side.key) && entryOf(text, side, `${field.key}.${side.key}`, COMPOSE);
    return entry ? [entry] : [];
  });
}
