import type { Role } from '../../../model/scope';
import { tableOf } from '../../../model/tableOf';
import type { MutableEntry } from '../../../recognition/parts';
import { linkLast } from '../../overridden';
import { type Place, siteOf, withSite } from '../../sites/site';
import type { YamlContext, YamlDialect, YamlDraft } from '../draft';
import { fieldAt, itemsOf, nodeAt, textAt, type YamlList } from '../nodes';
import type { YamlPart } from '../read';
import { kubernetesText } from '../scalars/scalarText';
import { assignmentOf, itemSite } from '../sites/itemSite';
import { entriesOf, entryOf, KUBERNETES, mapPlace, plainValue } from './settingsMap';

/** What Confluent's operator runs, as far as it is Kafka. */
const ROLES: Readonly<Record<string, Role>> = tableOf({
  Kafka: 'broker',
  KRaftController: 'controller',
  Connect: 'connect-distributed',
});

/** The resources of Confluent for Kubernetes: `spec.configOverrides.server` is a list of lines of a .properties file. */
export const confluentDrafts: YamlDialect = (part, context) => {
  const { root, uncertain } = part;
  if (!textAt(root, 'apiVersion')?.startsWith('platform.confluent.io/')) return [];
  const kind = textAt(root, 'kind') ?? '';
  if (kind === 'Connector') return connectorDrafts(part, context);
  const { text } = context;
  const role = ROLES[kind];
  const server = nodeAt(root, 'spec', 'configOverrides', 'server');
  if (!role || server?.kind !== 'list') return [];
  const entries = linesOf(text, server);
  const name = textAt(root, 'metadata', 'name');
  return [
    {
      role,
      entries: linkLast(entries),
      span: server.span,
      // The operator makes the rest.
      completeness: 'fragment',
      uncertain,
      ...(name !== undefined && { name }),
      place: behind(entries),
    },
  ];
};

/** A connector's class and tasks stand beside its configuration. */
function connectorDrafts({ root, uncertain }: YamlPart, { text }: YamlContext): YamlDraft[] {
  const spec = nodeAt(root, 'spec');
  if (spec?.kind !== 'map') return [];
  const name = textAt(root, 'metadata', 'name');
  const own = [
    ['class', 'connector.class'],
    ['taskMax', 'tasks.max'],
  ].flatMap(([field = '', key = '']) => {
    const found = fieldAt(spec, field);
    return (found && entryOf(text, found, key, KUBERNETES)) ?? [];
  });
  return [
    {
      role: 'connector',
      entries: linkLast([...own, ...entriesOf(text, fieldAt(spec, 'configs'))]),
      span: spec.span,
      completeness: 'fragment',
      uncertain,
      ...(name !== undefined && { name }),
      place: mapPlace(spec, ['configs']),
    },
  ];
}

function linesOf(text: string, list: YamlList): MutableEntry[] {
  return itemsOf(list).flatMap((scalar) => {
    if (scalar.kind !== 'scalar') return [];
    const item = assignmentOf(text, scalar);
    if (item.value === undefined) return [];
    const entry: MutableEntry = {
      key: item.name.trim(),
      writtenKey: item.name,
      keySpan: item.nameSpan,
      value: plainValue(item.value.trim(), item.valueSpan),
      span: { start: item.nameSpan.start, end: item.valueSpan.end },
    };
    return [withSite(entry, itemSite(list, scalar, item, { read: kubernetesText }))];
  });
}

function behind(entries: readonly MutableEntry[]): Place {
  const last = entries.at(-1);
  return { add: (text, setting) => last && siteOf(last)?.add(text, setting) };
}
