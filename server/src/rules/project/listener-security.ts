import type { ClusterFacts, Endpoint, PlacedFix, PlacedReport, ScopeFacts } from '../../model/project';
import type { ProjectRule } from '../rule';
import { type Contradiction, reportsOf, type Side } from './support/contradictions';
import { bootstrapIn, endpointsAt, type Met } from './support/endpoints';
import { changeOf, fixOf, nameOf, readerFor, siteOf } from './support/facts';

export const rule: ProjectRule = {
  id: 'project/listener-security',
  summary: 'A client speaks another security protocol than the listener that it connects to',
  severity: 'error',
  sources: [
    'SocketServerConfigs (listener.security.protocol.map)',
    'Kafka documentation, Security (listener configuration)',
    'SaslServerAuthenticator.handleHandshakeRequest (UNSUPPORTED_SASL_MECHANISM)',
  ],
  *checkProject(cluster: ClusterFacts): Iterable<PlacedReport> {
    const found: Contradiction[] = [];
    for (const client of [...cluster.clients, ...cluster.topics]) {
      for (const { text, host, port } of bootstrapIn(client)) {
        const met = endpointsAt(cluster, host, port);
        const wrong = met.length > 0 ? contradictionOf(client, text, met) : undefined;
        if (!wrong) continue;
        found.push(wrong);
        break;
      }
    }
    yield* reportsOf(found);
  },
};

function contradictionOf(client: ScopeFacts, address: string, met: readonly Met[]): Contradiction | undefined {
  const [first] = met;
  if (!first) return undefined;
  if (met.every(({ endpoint }) => endpoint.kind === 'controllers')) return atController(client, address, first);
  const protocol = readerFor(client).string('security.protocol')?.toUpperCase();
  const theirs = new Set(met.map(({ endpoint }) => endpoint.protocol));
  const [other] = theirs;
  if (protocol === undefined || theirs.size !== 1 || other === undefined) return undefined;
  return other === protocol ? mechanismsOf(client, address, first) : protocolsOf(client, address, protocol, first);
}

function atController(client: ScopeFacts, address: string, { server, endpoint }: Met): Contradiction {
  const { listener } = endpoint;
  const message = `${address} is the controller listener ${listener} of ${nameOf(server)}, which serves no clients: the client never gets metadata.`;
  return {
    sides: [
      {
        at: siteOf(client, 'bootstrap.servers'),
        message,
        note: `${nameOf(client)} connects to ${address}.`,
        severity: 'error',
        fixes: [],
      },
      serverSide(
        endpoint,
        `Clients connect to the controller listener ${listener}, which serves none.`,
        `${listener} is for controllers.`,
      ),
    ],
  };
}

function protocolsOf(client: ScopeFacts, address: string, protocol: string, { server, endpoint }: Met): Contradiction {
  const { listener, protocol: theirs } = endpoint;
  const message = `The client speaks ${protocol}, but ${address} is ${nameOf(server)}'s ${theirs} listener ${listener}: it cannot connect.`;
  const told = `A client speaks ${protocol} to the ${theirs} listener ${listener} and cannot connect.`;
  return {
    sides: [
      {
        at: siteOf(client, 'security.protocol', 'bootstrap.servers'),
        message,
        note: `${nameOf(client)} connects to ${address} with ${protocol}.`,
        severity: 'error',
        fixes: theirs ? protocolFix(client, theirs, endpoint.mechanisms) : [],
      },
      serverSide(endpoint, told, `Here ${listener} is a ${theirs} listener.`),
    ],
  };
}

/** With the login that goes with it, where the client names none and the listener leaves no choice. */
function protocolFix(client: ScopeFacts, protocol: string, mechanisms: readonly string[] = []): PlacedFix[] {
  const [fix] = fixOf(client, 'security.protocol', protocol);
  const [mechanism, ...others] = mechanisms;
  const isMissing = protocol.startsWith('SASL') && !client.settings.has('sasl.mechanism');
  if (!fix || !isMissing || mechanism === undefined || others.length > 0) return fix ? [fix] : [];
  const change = changeOf(client, 'sasl.mechanism', mechanism);
  return [{ ...fix, changes: change ? [...fix.changes, change] : fix.changes }];
}

function mechanismsOf(client: ScopeFacts, address: string, { server, endpoint }: Met): Contradiction | undefined {
  const { listener, mechanisms, protocol } = endpoint;
  const own = readerFor(client).string('sasl.mechanism')?.toUpperCase();
  if (!protocol?.startsWith('SASL') || !own || !mechanisms || mechanisms.includes(own)) return undefined;
  const list = mechanisms.join(', ');
  const message = `The client logs in with ${own}, but ${address} is ${nameOf(server)}'s listener ${listener}, which accepts ${list}: authentication fails.`;
  return {
    sides: [
      {
        at: siteOf(client, 'sasl.mechanism', 'security.protocol', 'bootstrap.servers'),
        message,
        note: `${nameOf(client)} logs in with ${own}.`,
        severity: 'error',
        fixes: mechanisms.flatMap((one) => fixOf(client, 'sasl.mechanism', one)),
      },
      serverSide(
        endpoint,
        `A client logs in with ${own}, which the listener ${listener} does not accept.`,
        `Here ${listener} accepts ${list}.`,
      ),
    ],
  };
}

function serverSide({ site }: Endpoint, message: string, note: string): Side {
  return { at: site, message, note, severity: 'information', fixes: [] };
}
