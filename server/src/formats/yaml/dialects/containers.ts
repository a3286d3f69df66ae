import type { Image, PublishedPort } from '../../../model/container';
import { fieldAt, fieldsOf, itemsOf, textAt, type YamlField, type YamlNode, type YamlScalar } from '../nodes';

export function imageOf(field: YamlField | undefined): Omit<Image, 'name'> | undefined {
  if (field?.value?.kind !== 'scalar') return undefined;
  return { text: field.value.text, span: field.value.span };
}

/** The names under which the other containers of a compose file reach a service. */
export function hostsOf({ key, value }: YamlField): string[] {
  const names = [key, textAt(value, 'container_name'), textAt(value, 'hostname')];
  const networks = fieldsOf(fieldAt(value, 'networks')?.value);
  const aliases = networks.flatMap((network) => textsOf(fieldAt(network.value, 'aliases')?.value));
  return [...new Set([...names, ...aliases])].filter((name) => name !== undefined);
}

const TOOLS =
  /\bkafka-(?:topics|configs|acls|console-\w+|consumer-groups|broker-api-versions|verifiable-\w+|avro-\w+)\b|\bcub\s/;
const STARTS = /server-start|docker\/run|entrypoint|start-kafka|run\.sh|launch|connect-(?:distributed|standalone)/;

/** A container of the image that only calls its tools has variables, too, and is no server. */
export function runsTool(container: YamlNode | undefined, ...keys: readonly string[]): boolean {
  const command = keys.flatMap((key) => {
    const value = fieldAt(container, key)?.value;
    return value?.kind === 'scalar' ? [value.text] : textsOf(value);
  });
  const text = command.join(' ');
  return TOOLS.test(text) && !STARTS.test(text);
}

/** Where volumes are mounted. */
export function mountsOf({ value }: YamlField): string[] {
  const volumes = ['volumes', 'tmpfs'].flatMap((name) => itemsOf(fieldAt(value, name)?.value));
  return volumes.flatMap((volume) => {
    if (volume.kind !== 'scalar') return textAt(volume, 'target') ?? [];
    // `./data:/var/lib/kafka/data:ro`, or a path in the container alone; variables may have colons.
    const parts = volume.text.replace(/\$\{[^}]*\}/g, 'x').split(':');
    return parts.find((part, index) => part.startsWith('/') && (index > 0 || parts.length === 1)) ?? [];
  });
}

/** The ports that a service publishes; ranges, and what nobody can know, are left out. */
export function portsOf({ value }: YamlField): PublishedPort[] {
  return itemsOf(fieldAt(value, 'ports')?.value).flatMap((port) => {
    const found = port.kind === 'scalar' ? shortPort(port) : longPort(port);
    return found ? [{ ...found, span: port.span, plain: port.kind === 'scalar' }] : [];
  });
}

type Port = Omit<PublishedPort, 'span' | 'plain'>;

/** `9092`, `9092:9092`, `127.0.0.1:29092:29092/tcp`. */
function shortPort({ text }: YamlScalar): Port | undefined {
  const [, address, host, container] = /^(?:(.*):)??(?:(\d+):)?(\d+)(?:\/tcp)?$/.exec(withDefaults(text)) ?? [];
  if (container === undefined) return undefined;
  return { ...(host && { host: Number(host) }), container: Number(container), local: isLoopback(address) };
}

function longPort(node: YamlNode): Port | undefined {
  const [target, published] = [textAt(node, 'target'), textAt(node, 'published')];
  if (!target || !/^\d+$/.test(target) || (published && !/^\d+$/.test(published))) return undefined;
  return {
    ...(published && { host: Number(published) }),
    container: Number(target),
    local: isLoopback(textAt(node, 'host_ip')),
  };
}

function withDefaults(text: string): string {
  return text.replace(/\$\{\w+:?-([^${}]*)\}/g, '$1');
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(?:127\.|localhost$|\[?::1\]?$)/.test(address);
}

function textsOf(node: YamlNode | undefined): string[] {
  return itemsOf(node).flatMap((item) => (item.kind === 'scalar' ? [item.text] : []));
}
