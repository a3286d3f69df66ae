import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import { setEntry } from '../fixes';
import { CLIENT_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { isReplaced } from '../support/replaced';
import { refusalSeverity } from '../support/severity';
import { type AddressProblem, addressProblem } from './support/addresses';
import { bootstrapHosts, bootstrapOf } from './support/bootstrap';

const REFUSED = 'the client throws a ConfigException and does not start';
/** A host that is one of several brokers, going by its number: `kafka-0.kafka`, `broker1.example.com`, `b-2.x`. */
const NUMBERED_BROKER = /^(?:(?=[a-z-]*(?:kafka|broker|node))[a-z-]+|b-)\d+(?:\.|$)/i;

export const rule: ScopeRule = {
  id: 'client/bootstrap-servers',
  summary: 'bootstrap.servers is not a list of host:port, or has a single broker',
  severity: 'error',
  roles: CLIENT_ROLES,
  sources: ['ClientUtils.parseAndValidateAddresses', 'Utils.HOST_PORT_PATTERN', 'Kafka 4.0 upgrade notes'],
  *check(reader: Reader): Iterable<Report> {
    const written = reader.entry('bootstrap.servers');
    if (written && isReplaced(reader, written)) return;
    const bootstrap = bootstrapOf(reader);
    if (!bootstrap) {
      yield* nothing(reader);
      return;
    }
    const { entry, addresses } = bootstrap;
    // Quotes around the whole value are another rule's finding.
    if (/^(["']).*\1$/.test(entry.value.text.trim())) return;
    for (const address of addresses) {
      const problem = address === '' ? undefined : addressProblem(address);
      if (!problem) continue;
      yield problemReport(reader, entry, address, problem);
      return;
    }
    const other = addresses.includes('') ? emptyElement(reader, entry, addresses) : singleBroker(reader, entry);
    const found = other ?? repeatedBroker(entry, addresses);
    if (found) yield found;
  },
};

/** What the catalogue has as a refusal is reported as an invalid value, and administrators may ask controllers. */
function* nothing(reader: Reader): Iterable<Report> {
  const entry = reader.entry('bootstrap.servers');
  if (!entry || entry.value.kind === 'dynamic' || reader.has('bootstrap.controllers')) return;
  if (reader.reading('bootstrap.servers').kind === 'invalid') return;
  yield { span: entry.span, message: `bootstrap.servers is empty: ${REFUSED}.` };
}

function problemReport(reader: Reader, entry: Entry, address: string, problem: AddressProblem): Report {
  const message = messageFor(reader, address, problem);
  const fixed = repaired(entry.value.text.trim());
  const fixes = fixed && fixed.value !== entry.value.text ? [setEntry(entry, fixed.value, { safe: fixed.safe })] : [];
  const isTaken =
    (problem === 'lenient' && !reader.atLeast('4.0')) || (problem === 'bad-port' && resolvesLater(reader));
  const severity = isTaken ? 'warning' : problem === 'lenient' ? refusalSeverity(reader) : 'error';
  return { span: entry.value.span, message, severity, fixes };
}

function messageFor(reader: Reader, address: string, problem: AddressProblem): string {
  if (problem === 'no-port') return `${address} has no port: ${REFUSED}.`;
  if (problem === 'bad-port') {
    const what = resolvesLater(reader) ? 'no connection to it can be made' : REFUSED;
    return `${address} has no possible port: ${what}.`;
  }
  if (problem === 'malformed') return `${address} is not host:port: ${REFUSED}.`;
  return reader.atLeast('4.0')
    ? `${address} is not host:port, and brokers are parted by commas only: since Kafka 4.0 ${REFUSED}.`
    : `${address} is not host:port: the client uses the last host and port of it and overlooks the rest, and since Kafka 4.0 it does not start.`;
}

/** With a time for it, a client looks hosts up when it connects rather than when it starts. */
function resolvesLater(reader: Reader): boolean {
  const entry = reader.entry('bootstrap.resolve.timeout.ms');
  return reader.atLeast('4.4') && entry !== undefined && reader.setNumber(entry.key)?.value !== 0;
}

/** Commas between the brokers, and the usual port where there is none; undefined when that does not mend it. */
function repaired(text: string): { readonly value: string; readonly safe: boolean } | undefined {
  const addresses = text.split(/[\s,;]+/).filter((address) => address !== '');
  const withPorts = addresses.map((address) => (addressProblem(address) === 'no-port' ? `${address}:9092` : address));
  if (withPorts.length === 0 || withPorts.some((address) => addressProblem(address))) return undefined;
  return { value: withPorts.join(','), safe: withPorts.every((address, index) => address === addresses[index]) };
}

/** Up to 4.1 empty elements are dropped. */
function emptyElement(reader: Reader, entry: Entry, addresses: readonly string[]): Report | undefined {
  if (!reader.atLeast('4.2')) return undefined;
  const message = `bootstrap.servers has an empty element: since Kafka 4.2 ${REFUSED}.`;
  const value = addresses.filter((address) => address !== '').join(',');
  const fixes = value === '' ? [] : [setEntry(entry, value, { safe: true })];
  return { span: entry.value.span, message, severity: refusalSeverity(reader), fixes };
}

/** A copy that was meant to become another broker: where the first one is down, so is the second. */
function repeatedBroker(entry: Entry, addresses: readonly string[]): Report | undefined {
  const seen = new Set<string>();
  const repeated = addresses.find((address) => {
    const isKnown = address !== '' && seen.has(address);
    seen.add(address);
    return isKnown;
  });
  if (repeated === undefined) return undefined;
  const message = `${repeated} is listed twice: the second one stands for no other broker. List another one, or leave it out.`;
  const fixes = [setEntry(entry, [...new Set(addresses)].join(','), { safe: true })];
  return { span: entry.value.span, message, severity: 'information', fixes };
}

/** One broker is enough where it is the only one, or where the name stands for all. */
function singleBroker(reader: Reader, entry: Entry): Report | undefined {
  const hosts = bootstrapHosts(reader);
  const [host] = hosts;
  const { brokers = 0, environment } = reader.scope;
  if (!host || hosts.length > 1 || environment === 'development') return undefined;
  if (brokers < 2 && !NUMBERED_BROKER.test(host)) return undefined;
  const message = `${host} is the only bootstrap server: a client cannot start while that broker is down. Two or three are enough.`;
  return { span: entry.value.span, message, severity: brokers < 2 ? 'hint' : 'warning' };
}
