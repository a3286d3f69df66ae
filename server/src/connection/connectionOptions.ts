import type { ConnectionOptions, SaslOptions, TlsOptions } from '../cluster/connection';
import { normalisePem } from './import/pem';
import { type ClusterSettings, type ConnectionSecrets, type TlsSettings, usesSasl, usesTls } from './model';
import { tokenProvider } from './oauth/tokenProvider';

/** What is missing before anybody can be connected to: a sentence for a person, without any secret. */
export class ConnectionProblem extends Error {
  override readonly name = 'ConnectionProblem';
}

const REQUEST_TIMEOUT_MS = 15_000;
const CONNECTION_TIMEOUT_MS = 10_000;

/** All that it takes to connect; rejects with a ConnectionProblem. `readText` rejects for a file that cannot be read. */
export async function connectionOptionsOf(
  settings: ClusterSettings,
  secrets: ConnectionSecrets,
  readText: (path: string) => Promise<string>,
): Promise<ConnectionOptions> {
  const { bootstrapServers, securityProtocol } = settings;
  const tls = usesTls(securityProtocol) ? await tlsOf(settings.tls ?? {}, secrets, readText) : undefined;
  const sasl = usesSasl(securityProtocol) ? saslOf(settings, secrets) : undefined;
  return {
    brokers: bootstrapServers,
    clientId: 'kafka-config-lint',
    requestTimeoutMs: REQUEST_TIMEOUT_MS,
    connectionTimeoutMs: CONNECTION_TIMEOUT_MS,
    ...(tls && { tls }),
    ...(sasl && { sasl }),
  };
}

function saslOf({ name, sasl }: ClusterSettings, { password, clientSecret }: ConnectionSecrets): SaslOptions {
  if (!sasl) throw new ConnectionProblem(`The settings of ${name} have no sasl. Edit the cluster.`);
  if (sasl.mechanism === 'OAUTHBEARER') {
    if (clientSecret) return { mechanism: sasl.mechanism, token: tokenProvider(sasl, clientSecret) };
    throw new ConnectionProblem(
      `The client secret of ${name} is not stored on this machine. Edit the cluster to enter it.`,
    );
  }
  const { mechanism, username } = sasl;
  if (password !== undefined) return { mechanism, username, password };
  throw new ConnectionProblem(`The password of ${name} is not stored on this machine. Edit the cluster to enter it.`);
}

async function tlsOf(
  { caFile, certificateFile, keyFile, verifyHostname }: TlsSettings,
  secrets: ConnectionSecrets,
  readText: (path: string) => Promise<string>,
): Promise<TlsOptions> {
  const read = async (path: string | undefined, label: RegExp, what: string): Promise<string | undefined> => {
    if (path === undefined) return undefined;
    const pem = await readPem(path, readText);
    if (label.test(pem)) return pem;
    throw new ConnectionProblem(`${path} holds no ${what}.`);
  };
  const ca = (await read(caFile, CERTIFICATE, 'certificate')) ?? secrets.ca;
  const cert = (await read(certificateFile, CERTIFICATE, 'certificate')) ?? secrets.certificate;
  const key = (await read(keyFile, PRIVATE_KEY, 'private key')) ?? secrets.privateKey;
  if (cert && !key) throw new ConnectionProblem('There is a client certificate without its private key.');
  if (key && !cert) throw new ConnectionProblem('There is a private key without its client certificate.');
  const { keyPassphrase } = secrets;
  if (key && /ENCRYPTED/.test(key) && !keyPassphrase) {
    throw new ConnectionProblem(
      'The private key is encrypted, and its passphrase is not stored here. Edit the cluster.',
    );
  }
  return {
    ...(ca && { ca }),
    ...(cert && { cert }),
    ...(key && { key }),
    ...(key && keyPassphrase && { passphrase: keyPassphrase }),
    ...(verifyHostname === false && { verifyHostname }),
  };
}

const CERTIFICATE = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----/;
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;

async function readPem(path: string, readText: (path: string) => Promise<string>): Promise<string> {
  const text = await readText(path).catch((error: unknown) => {
    const { code } = Object(error) as { readonly code?: unknown };
    const isMissing = code === 'ENOENT' || code === 'FileNotFound';
    throw new ConnectionProblem(
      isMissing ? `There is no file ${path}.` : `${path} cannot be read: ${String(code ?? error)}.`,
    );
  });
  const pem = normalisePem(text);
  if (pem !== '') return pem;
  throw new ConnectionProblem(`${path} is no PEM file: it has no -----BEGIN line.`);
}
