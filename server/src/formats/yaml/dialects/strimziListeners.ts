import type { ResourceListener } from '../../../model/resource';
import { itemsOf, nodeAt, textAt, type YamlNode } from '../nodes';

/** Where the brokers of a Kafka resource listen; undefined as soon as one of its listeners is not written out. */
export function listenersOf(root: YamlNode): readonly ResourceListener[] | undefined {
  const list = nodeAt(root, 'spec', 'kafka', 'listeners');
  if (list?.kind !== 'list') return undefined;
  const found = itemsOf(list).map(listenerOf);
  const known = found.filter((one) => one !== undefined);
  return known.length === found.length ? known : undefined;
}

function listenerOf(item: YamlNode): ResourceListener | undefined {
  const [name, port, tls] = ['name', 'port', 'tls'].map((key) => textAt(item, key));
  if (name === undefined || port === undefined || !/^\d{1,5}$/.test(port) || !/^(?:true|false)$/.test(tls ?? ''))
    return undefined;
  const authentication = textAt(item, 'authentication', 'type');
  return {
    name,
    port: Number(port),
    tls: tls === 'true',
    ...(authentication !== undefined && { authentication }),
    span: item.span,
  };
}
