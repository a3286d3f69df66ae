import { type ClusterSettings, MECHANISMS, SECURITY_PROTOCOLS, usesSasl } from './model';

export type Checked<T> = { readonly value: T } | { readonly problem: string };

const MAX_NAME = 80;

/** Kafka's usual port. */
const DEFAULT_PORT = 9092;

/** As a person writes addresses: a host alone listens on Kafka's usual port, which files of Kafka's have to name. */
export function readTypedServers(text: string): Checked<readonly string[]> {
  const written = text.split(',').map((part) => part.trim());
  const whole = written.map((part) => (/^(?:[\w.-]+|\[[0-9a-f:.]+\])$/i.test(part) ? `${part}:${DEFAULT_PORT}` : part));
  return readBootstrapServers(whole.join(','));
}

/** Reads `host:port, host:port`; every message says what to write instead. */
export function readBootstrapServers(text: string): Checked<readonly string[]> {
  const parts = text.split(',').map((part) => part.trim());
  const written = parts.filter((part) => part !== '');
  if (written.length === 0) return { problem: 'Write at least one broker as host:port, such as broker1:9092.' };
  const servers: string[] = [];
  for (const part of written) {
    const server = readServer(part);
    if ('problem' in server) return server;
    servers.push(server.value);
  }
  return { value: [...new Set(servers)] };
}

/** As Kafka reads an address: a listener's name in front is allowed and means nothing. */
function readServer(text: string): Checked<string> {
  if (/^https?:\/\//i.test(text)) return { problem: `${text} is a web address: write host:port alone.` };
  const bare = text.replace(/^[\w%.-]*:\/\//, '');
  if (/[\s;]/.test(bare)) return { problem: `Separate brokers with commas: “${text}” has other characters.` };
  if (/^[0-9a-f]*(?::[0-9a-f]*){2,}$/i.test(bare)) {
    return { problem: `Write the IPv6 address in brackets and with its port: [${bare}]:9092.` };
  }
  const match = /^(\[[0-9a-f:.%a-z]*\]|[^:[\]]*):(.*)$/i.exec(bare);
  if (!match) {
    return { problem: `${text} has no port: write ${bare || 'host'}:9092 if it listens on Kafka's usual one.` };
  }
  const [, host = '', port = ''] = match;
  if (host === '' || host === '[]') return { problem: `${text} has no host in front of the port.` };
  if (!host.startsWith('[') && !/^[\w.%-]+$/.test(host)) return { problem: `${host} is no host name.` };
  if (!/^\d+$/.test(port)) return { problem: `The port of ${text} is not a number.` };
  if (Number(port) < 1 || Number(port) > 65535) return { problem: `Port ${port} is not between 1 and 65535.` };
  return { value: `${host}:${Number(port)}` };
}

/** `taken` are the names of the other clusters. */
export function checkName(text: string, taken: readonly string[]): string | undefined {
  const name = text.trim();
  if (name === '') return 'Give the cluster a name by which you know it.';
  if (name.length > MAX_NAME) return `A name has at most ${MAX_NAME} characters.`;
  return taken.includes(name) ? `There is a cluster ${name} already.` : undefined;
}

/** The secret goes to this address, so it must be encrypted unless the host has a name that only the local network knows. */
export function checkTokenEndpoint(text: string): string | undefined {
  if (!URL.canParse(text))
    return 'Write the whole address of the token endpoint, such as https://login.example.com/token.';
  const { protocol, hostname, username, password } = new URL(text);
  if (username || password) return 'Leave user and password out of the address; they are asked for next.';
  if (protocol === 'https:') return undefined;
  const isLocal = ['127.0.0.1', '[::1]'].includes(hostname) || !/[.:]/.test(hostname);
  if (protocol === 'http:' && isLocal) return undefined;
  return 'The client secret is sent to this address, so it must begin with https://.';
}

/** Reads one cluster of the settings, which people edit by hand. */
export function readClusterSettings(raw: unknown): Checked<ClusterSettings> {
  if (typeof raw !== 'object' || raw === null) return { problem: 'A cluster is an object with a name.' };
  const {
    name,
    bootstrapServers,
    securityProtocol = 'PLAINTEXT',
    sasl,
    tls,
  } = raw as Readonly<Record<string, unknown>>;
  if (typeof name !== 'string' || checkName(name, [])) return { problem: 'A cluster has no usable name.' };
  const list = Array.isArray(bootstrapServers) ? bootstrapServers.join(',') : bootstrapServers;
  const servers = readBootstrapServers(typeof list === 'string' ? list : '');
  if ('problem' in servers) return { problem: `${name}: ${servers.problem}` };
  const protocol = SECURITY_PROTOCOLS.find((one) => one === securityProtocol);
  if (!protocol) return { problem: `${name}: securityProtocol is one of ${SECURITY_PROTOCOLS.join(', ')}.` };
  const base = { name: name.trim(), bootstrapServers: servers.value, securityProtocol: protocol };
  const readTls = isObject(tls) ? { tls: tlsOf(tls) } : {};
  if (!usesSasl(protocol)) return { value: { ...base, ...readTls } };
  const readSasl = readSaslSettings(sasl);
  if ('problem' in readSasl) return { problem: `${name}: ${readSasl.problem}` };
  return { value: { ...base, ...readTls, sasl: readSasl.value } };
}

function readSaslSettings(raw: unknown): Checked<NonNullable<ClusterSettings['sasl']>> {
  const { mechanism, username, tokenEndpoint, clientId, scope, extensions, urlEncode } = isObject(raw) ? raw : {};
  const known = MECHANISMS.find((one) => one === mechanism);
  if (!known) return { problem: `sasl.mechanism is one of ${MECHANISMS.join(', ')}.` };
  if (known !== 'OAUTHBEARER') {
    if (typeof username !== 'string' || username === '') return { problem: `sasl.username is missing for ${known}.` };
    return { value: { mechanism: known, username } };
  }
  if (typeof tokenEndpoint !== 'string') return { problem: 'sasl.tokenEndpoint is missing for OAUTHBEARER.' };
  const problem = checkTokenEndpoint(tokenEndpoint);
  if (problem) return { problem };
  if (typeof clientId !== 'string' || clientId === '') return { problem: 'sasl.clientId is missing for OAUTHBEARER.' };
  const texts = Object.entries(isObject(extensions) ? extensions : {}).filter(isText);
  return {
    value: {
      mechanism: known,
      tokenEndpoint,
      clientId,
      ...(typeof scope === 'string' && scope !== '' && { scope }),
      ...(texts.length > 0 && { extensions: Object.fromEntries(texts) }),
      ...(urlEncode === true && { urlEncode }),
    },
  };
}

function tlsOf({ caFile, certificateFile, keyFile, verifyHostname }: Readonly<Record<string, unknown>>) {
  return {
    ...(typeof caFile === 'string' && { caFile }),
    ...(typeof certificateFile === 'string' && { certificateFile }),
    ...(typeof keyFile === 'string' && { keyFile }),
    ...(verifyHostname === false && { verifyHostname }),
  };
}

function isText(entry: readonly [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
