import { parse } from 'properties-parser';
import { type ClusterSettings, type ConnectionSecrets, SECURITY_PROTOCOLS, usesSasl, usesTls } from '../model';
import { readBootstrapServers } from '../validate';
import { createReader, type Refusal } from './reader';
import { importSasl } from './sasl';
import { importTls } from './tls';

export interface ConnectionImport {
  /** What could be understood; whole when there is no refusal. A name is not among it. */
  readonly settings: Partial<Omit<ClusterSettings, 'name'>>;
  readonly secrets: ConnectionSecrets;
  readonly refusals: readonly Refusal[];
}

/**
 * How a `client.properties`, `producer.properties` or `consumer.properties` connects. `resolve` makes a path absolute,
 * seen from the file's folder; `servers` win over those of the file, as with Kafka's own tools.
 */
export function importConnection(text: string, resolve: (path: string) => string, servers?: string): ConnectionImport {
  const malformed = malformedEscape(text);
  if (malformed) return { settings: {}, secrets: {}, refusals: [malformed] };
  const values = new Map(Object.entries(parse(text)));
  if (servers !== undefined) values.set('bootstrap.servers', servers);
  return connectionOf(values, resolve);
}

/** A backslash before `u`, itself not escaped, without the four digits that Java wants: it refuses the whole file. */
const MALFORMED_ESCAPE = /(?<!\\)(?:\\\\)*\\u(?![\da-fA-F]{4})/;

/** In comments it does no harm. */
function malformedEscape(text: string): Refusal | undefined {
  const found = MALFORMED_ESCAPE.exec(text.replace(/^[ \t\f]*[#!].*$/gm, (comment) => ' '.repeat(comment.length)));
  if (!found) return undefined;
  const line = text.slice(0, found.index).split(/\r\n|[\r\n]/).length;
  return {
    key: `line ${line}`,
    reason: `Line ${line} has \\u without four hexadecimal digits after it, which Java refuses.`,
    remedy: 'Write two backslashes for one, such as in a path of Windows.',
  };
}

/** The same from Kafka's keys and their values. */
function connectionOf(values: ReadonlyMap<string, string>, resolve: (path: string) => string): ConnectionImport {
  const refusals: Refusal[] = [];
  const reader = createReader(values, refusals);
  const written = reader.text('security.protocol');
  const securityProtocol = SECURITY_PROTOCOLS.find((one) => one === (written?.toUpperCase() ?? 'PLAINTEXT'));
  if (!securityProtocol && written) {
    const reason = `security.protocol ${written} is none of ${SECURITY_PROTOCOLS.join(', ')}.`;
    reader.refuse({ key: 'security.protocol', reason });
  }
  const bootstrapServers = importServers(reader);
  const tls = securityProtocol && usesTls(securityProtocol) ? importTls(reader, resolve) : undefined;
  const sasl = securityProtocol && usesSasl(securityProtocol) ? importSasl(reader) : undefined;
  return {
    settings: {
      ...(bootstrapServers && { bootstrapServers }),
      ...(securityProtocol && { securityProtocol }),
      ...(tls && Object.keys(tls.tls).length > 0 && { tls: tls.tls }),
      ...(sasl?.sasl && { sasl: sasl.sasl }),
    },
    secrets: { ...tls?.secrets, ...sasl?.secrets },
    refusals,
  };
}

function importServers(reader: ReturnType<typeof createReader>): readonly string[] | undefined {
  const key = 'bootstrap.servers';
  const text = reader.text(key);
  if (text === undefined) {
    if (!reader.isRefused(key)) {
      const reason = 'bootstrap.servers is missing, so that the file names no broker.';
      reader.refuse({ key, reason, remedy: 'Tools are told it on their command line: fill it in here.' });
    }
    return undefined;
  }
  const servers = readBootstrapServers(text);
  if ('value' in servers) return servers.value;
  reader.refuse({ key, reason: servers.problem });
  return undefined;
}
