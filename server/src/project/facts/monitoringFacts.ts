import type { MetricPorts, Sited } from '../../model/project';
import type { Scope } from '../../model/scope';
import type { Span } from '../../model/span';
import type { Places } from './places';

/** A copy of a fact that is plain data, with a place of the file for each of its spans. */
export function sited<T>(fact: T, places: Places): Sited<T> {
  return copied(fact, places) as Sited<T>;
}

function copied(fact: unknown, places: Places): unknown {
  if (Array.isArray(fact)) return fact.map((part) => copied(part, places));
  if (typeof fact !== 'object' || fact === null) return fact;
  if ('start' in fact && 'end' in fact) return places.at(fact as Span);
  return Object.fromEntries(Object.entries(fact).map(([name, part]) => [name, copied(part, places)]));
}

/** What the containers with Kafka in them open for metrics. */
export function metricPortsOf(scopes: readonly Scope[], places: Places): MetricPorts[] {
  return scopes.flatMap(({ container, span }) => {
    if (!container) return [];
    const texts = container.variables.map(({ name, entry }) => ({ name, text: entry.value.text.trim() }));
    const agent = texts.flatMap(({ text }) => AGENT.exec(text)?.[1] ?? [])[0];
    const jmx = texts.find(({ name }) => /^(?:KAFKA_|CONNECT_)?JMX_PORT$/.test(name))?.text;
    if (agent === undefined && jmx === undefined) return [];
    return [
      {
        hosts: container.hosts.map((host) => host.toLowerCase()),
        ...(agent !== undefined && { agent: Number(agent) }),
        ...(jmx !== undefined && /^\d{2,5}$/.test(jmx) && { jmx: Number(jmx) }),
        site: places.at(span),
      },
    ];
  });
}

/** `-javaagent:/opt/jmx_prometheus_javaagent.jar=7071:/etc/exporter.yml`, with a host before the port or without. */
const AGENT = /-javaagent:[^\s=]*jmx[^\s=]*=(?:[\w.]+:)?(\d{2,5}):/;
