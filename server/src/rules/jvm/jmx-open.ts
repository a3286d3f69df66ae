import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import type { ScopeRule } from '../rule';

const JMX = '-Dcom.sun.management.jmxremote';

export const rule: ScopeRule = {
  id: 'jvm/jmx-open',
  summary: 'JMX of a host is open to the network without a password',
  severity: 'warning',
  roles: ['jvm'],
  sources: ['JDK documentation, Monitoring and Management Using JMX Technology', 'kafka-run-class.sh (KAFKA_JMX_OPTS)'],
  *check(reader: Reader): Iterable<Report> {
    // A container's ports are closed until they are published, which is a finding of its own.
    if (reader.scope.machine?.contained || reader.scope.machine?.isPart) return;
    const port = reader.entry(`${JMX}.port`);
    const open = reader.entry(`${JMX}.authenticate`);
    if (!port || open?.value.kind !== 'literal' || open.value.text !== 'false') return;
    const host = reader.entry(`${JMX}.host`);
    if (host && (host.value.kind !== 'literal' || /^(?:localhost|127\.)/.test(host.value.text))) return;
    const message = `JMX listens on all addresses at port ${port.value.text} without a password: whoever reaches it can run code in the broker.`;
    yield { span: open.span, message, fixes: [keptLocal(reader, open)] };
  },
};

/** Behind the other flags of JMX, so that all of them are in one variable. */
function keptLocal({ scope }: Reader, after: Entry): Fix {
  const [key, value] = [`${JMX}.host`, '127.0.0.1'];
  return { title: `Add ${key}=${value}`, safe: false, edits: [{ kind: 'add', scope, key, value, after }] };
}
