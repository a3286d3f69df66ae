import { tableOf } from '../../../model/tableOf';
import type { MutableEntry } from '../../../recognition/parts';
import { type Service, serviceDrafts } from '../../containers/services';
import { bytesOf } from '../../machine/bytes';
import { linkLast } from '../../overridden';
import { type Place, siteOf, withSite } from '../../sites/site';
import type { YamlDialect } from '../draft';
import { fieldAt, itemsOf, nodeAt, textAt, type YamlList, type YamlNode } from '../nodes';
import { envItemSite } from '../sites/envItemSite';
import { runsTool } from './containers';
import { plainValue, valueSpanOf } from './settingsMap';

/** The path to the containers in each kind of resource that runs some. */
const POD_SPECS: Readonly<Record<string, readonly string[]>> = tableOf({
  Pod: ['spec'],
  Deployment: ['spec', 'template', 'spec'],
  StatefulSet: ['spec', 'template', 'spec'],
  DaemonSet: ['spec', 'template', 'spec'],
  Job: ['spec', 'template', 'spec'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
});

/** The environment of containers in Kubernetes. */
export const kubernetesDrafts: YamlDialect = ({ root, uncertain }, { text }) => {
  const path = POD_SPECS[textAt(root, 'kind') ?? ''];
  if (!path || textAt(root, 'apiVersion') === undefined) return [];
  const containers = itemsOf(nodeAt(root, ...path, 'containers'));
  const services = containers.flatMap((container) => serviceOf(text, container) ?? []);
  // Replicas, and resources beside this one, may belong to the same cluster.
  return serviceDrafts(services, true).map((draft) => ({ ...draft, uncertain }));
};

function serviceOf(text: string, container: YamlNode): Service | undefined {
  const env = fieldAt(container, 'env')?.value;
  if (container.kind !== 'map' || env?.kind !== 'list') return undefined;
  const image = fieldAt(container, 'image');
  const others = ['envFrom', 'command', 'args'].some((key) => fieldAt(container, key));
  const mounts = itemsOf(fieldAt(container, 'volumeMounts')?.value);
  return {
    name: textAt(container, 'name') ?? '',
    span: container.span,
    variables: linkLast(itemsOf(env).flatMap((item) => variableOf(text, env, item) ?? [])),
    image: image?.value?.kind === 'scalar' ? { text: image.value.text, span: image.value.span } : undefined,
    hasOthers: others,
    runsTool: runsTool(container, 'command', 'args'),
    ports: [],
    hosts: [],
    mounts: mounts.flatMap((mount) => textAt(mount, 'mountPath') ?? []),
    place: placeIn(text, env),
    memory: bytesOf(textAt(container, 'resources', 'limits', 'memory')),
  };
}

function variableOf(text: string, list: YamlList, item: YamlNode): MutableEntry | undefined {
  const [name, value] = [fieldAt(item, 'name'), fieldAt(item, 'value')];
  if (name?.value?.kind !== 'scalar' || item.kind !== 'map') return undefined;
  const scalar = value?.value;
  const isText = scalar?.kind === 'scalar';
  const span = value && isText ? valueSpanOf(text, value) : { start: item.span.end, end: item.span.end };
  const entry: MutableEntry = {
    key: name.value.text,
    writtenKey: name.value.text,
    keySpan: name.value.span,
    // Another field of the resource, a secret or a map has it.
    value: isText ? plainValue(scalar.text, span) : { kind: 'dynamic', text: '', span },
    span: {
      start: Math.min(span.start, name.value.span.start),
      end: Math.max(span.end, name.value.span.end),
    },
  };
  return withSite(entry, envItemSite(list, item, name, isText ? value : undefined));
}

function placeIn(text: string, list: YamlList): Place {
  return {
    add: (_, setting) => {
      const last = itemsOf(list)
        .flatMap((item) => variableOf(text, list, item) ?? [])
        .at(-1);
      return last && siteOf(last)?.add(text, setting);
    },
  };
}
