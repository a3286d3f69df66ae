import type { Reader } from '../../catalogue/reader';
import type { Container, PublishedPort, Variable } from '../../model/container';
import type { ConfigEdit } from '../../model/edit';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import { CONNECT_WORKER_ROLES, SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'compose/jmx-exposed',
  summary: 'JMX is open to everyone, or cannot be reached by who needs it',
  severity: 'warning',
  roles: [...SERVER_ROLES, ...CONNECT_WORKER_ROLES],
  sources: ['kafka-run-class.sh (KAFKA_JMX_OPTS, KAFKA_OPTS)', 'JDK documentation, java.rmi.server.hostname'],
  *check(reader: Reader): Iterable<Report> {
    const { container } = reader.scope;
    if (!container) return;
    const flags = container.variables.filter(({ entry }) => entry.value.text.includes('com.sun.management.jmxremote'));
    yield* published(container, flags);
    yield* unreachable(container, flags);
    for (const { name, entry } of flags) {
      if (!/^\w*?KAFKA_OPTS$/.test(name)) continue;
      const message = `${name} holds for every tool that runs in the container too, and each would want the same JMX port: use KAFKA_JMX_OPTS.`;
      yield { span: entry.keySpan, message, fixes: apart(container, name, entry) };
    }
  },
};

function* published({ variables, ports }: Container, flags: readonly Variable[]): Iterable<Report> {
  if (flags.some(({ entry }) => /jmxremote\.authenticate=true/.test(entry.value.text))) return;
  const texts = [
    ...variables.filter(({ name }) => /^(?:KAFKA_|CONNECT_)?JMX_PORT$/.test(name)).map(({ entry }) => entry.value.text),
    ...flags.flatMap(({ entry }) => /jmxremote\.(?:rmi\.)?port=(\d+)/.exec(entry.value.text)?.[1] ?? []),
  ];
  const open = ports.find(({ container, local }) => !local && texts.includes(String(container)));
  if (!open) return;
  const message = `Port ${open.container} is published for JMX without a password: whoever reaches this machine can run code in the broker.`;
  yield { span: open.span, message, fixes: locally(open) };
}

function locally({ host, container, span, plain }: PublishedPort): Fix[] {
  if (host === undefined || !plain) return [];
  const newText = `"127.0.0.1:${host}:${container}"`;
  return [{ title: 'Publish the port on this machine only', safe: false, edits: [{ kind: 'text', span, newText }] }];
}

function* unreachable({ variables, neighbors, hosts }: Container, flags: readonly Variable[]): Iterable<Report> {
  if (!neighbors.some((image) => /jmx/i.test(image))) return;
  const names = variables.filter(
    ({ name, entry }) => /JMX_HOSTNAME$/.test(name) && LOOPBACK.test(entry.value.text.trim()),
  );
  const options = flags.filter(({ entry }) => /java\.rmi\.server\.hostname=(?:localhost|127\.)/.test(entry.value.text));
  const [first] = [...names, ...options];
  if (!first) return;
  const message = `${first.name} tells JMX clients to go on to localhost, so that an exporter in another container cannot connect: use the service's name.`;
  yield { span: first.entry.keySpan, message, fixes: named([...names, ...options], hosts[0]) };
}

/** Both say it, and the flag would win. */
function named(variables: readonly Variable[], host: string | undefined): Fix[] {
  if (host === undefined) return [];
  const edits = variables.map(({ entry }): ConfigEdit => {
    const { text } = entry.value;
    const isName = LOOPBACK.test(text.trim());
    return { kind: 'set', entry, value: isName ? host : text.replace(HOSTNAME_FLAG, `$1${host}`) };
  });
  return [{ title: `Name the container ${host}`, safe: false, edits }];
}

/** Only where nothing else is in the variable, and the other one is free. */
function apart({ variables }: Container, name: string, { value, keySpan }: Entry): Fix[] {
  const target = name.replace(/KAFKA_OPTS$/, 'KAFKA_JMX_OPTS');
  const flags = value.text.trim().split(/\s+/);
  const isOnlyJmx = flags.every((flag) =>
    /^-D(?:com\.sun\.management\.jmxremote|java\.rmi\.server\.hostname)/.test(flag),
  );
  if (!isOnlyJmx || variables.some((other) => other.name === target)) return [];
  const edits: ConfigEdit[] = [{ kind: 'text', span: keySpan, newText: target }];
  return [{ title: `Move the flags to ${target}`, safe: false, edits }];
}

const HOSTNAME_FLAG = /(java\.rmi\.server\.hostname=)(?:localhost|127\.\d+\.\d+\.\d+)/;

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+)$/;
