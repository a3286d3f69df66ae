import type { ConnectionSecrets, TlsSettings } from '../model';
import { normalisePem } from './pem';
import type { Reader } from './reader';

export const HOST_CHECK = 'ssl.endpoint.identification.algorithm';

interface TlsImport {
  readonly tls: TlsSettings;
  readonly secrets: ConnectionSecrets;
}

/** `resolve` makes a path absolute, seen from the file's folder. */
export function importTls(reader: Reader, resolve: (path: string) => string): TlsImport {
  if (reader.text('ssl.engine.factory.class')) {
    reader.refuse({
      key: 'ssl.engine.factory.class',
      reason: 'ssl.engine.factory.class names a Java class that makes the TLS connection, which only Java can run.',
    });
  }
  const trust = importTruststore(reader, resolve);
  const own = importKeystore(reader, resolve);
  // An empty text is how Kafka is told to accept a certificate of any host name.
  const anyHost = reader.has(HOST_CHECK) && reader.text(HOST_CHECK) === undefined;
  return {
    tls: { ...trust.tls, ...own.tls, ...(anyHost && { verifyHostname: false }) },
    secrets: { ...trust.secrets, ...own.secrets },
  };
}

const NOTHING: TlsImport = { tls: {}, secrets: {} };

function importTruststore(reader: Reader, resolve: (path: string) => string): TlsImport {
  const inline = reader.text('ssl.truststore.certificates');
  const location = reader.text('ssl.truststore.location');
  if (inline !== undefined) return inlinePem(reader, { key: 'ssl.truststore.certificates', text: inline, name: 'ca' });
  if (location === undefined) return NOTHING;
  const type = storeType(reader, 'ssl.truststore.type');
  if (type === 'PEM') return { tls: { caFile: resolve(location) }, secrets: {} };
  reader.refuse({
    key: 'ssl.truststore.location',
    reason: `${location} is a ${nameOf(type, location)} truststore, which only Java can read.`,
    remedy: `Write its certificates as PEM with: keytool -list -rfc -keystore "${location}" > "${pemName(location)}", then set ssl.truststore.type=PEM, the new location, and take ssl.truststore.password out.`,
  });
  return NOTHING;
}

function importKeystore(reader: Reader, resolve: (path: string) => string): TlsImport {
  const passphrase = reader.text('ssl.key.password');
  const secret: ConnectionSecrets = passphrase === undefined ? {} : { keyPassphrase: passphrase };
  const key = reader.text('ssl.keystore.key');
  const chain = reader.text('ssl.keystore.certificate.chain');
  if (key !== undefined || chain !== undefined) return inlineKey(reader, key, chain, secret);
  const location = reader.text('ssl.keystore.location');
  if (location === undefined) return NOTHING;
  const type = storeType(reader, 'ssl.keystore.type');
  if (type === 'PEM') {
    const file = resolve(location);
    return { tls: { certificateFile: file, keyFile: file }, secrets: secret };
  }
  reader.refuse({
    key: 'ssl.keystore.location',
    reason: `${location} is a ${nameOf(type, location)} keystore, which is for Java.`,
    remedy: keystoreCommand(location, nameOf(type, location)),
  });
  return NOTHING;
}

function inlineKey(
  reader: Reader,
  key: string | undefined,
  chain: string | undefined,
  secrets: ConnectionSecrets,
): TlsImport {
  const missing = key === undefined ? 'ssl.keystore.key' : 'ssl.keystore.certificate.chain';
  if (key === undefined || chain === undefined) {
    reader.refuse({ key: missing, reason: `${missing} is missing: Kafka needs the private key and its certificates.` });
    return NOTHING;
  }
  const privateKey = inlinePem(reader, { key: 'ssl.keystore.key', text: key, name: 'privateKey' });
  const certificate = inlinePem(reader, { key: 'ssl.keystore.certificate.chain', text: chain, name: 'certificate' });
  return { tls: {}, secrets: { ...secrets, ...privateKey.secrets, ...certificate.secrets } };
}

interface Inline {
  readonly key: string;
  readonly text: string;
  readonly name: 'ca' | 'privateKey' | 'certificate';
}

function inlinePem(reader: Reader, { key, text, name }: Inline): TlsImport {
  const pem = normalisePem(text);
  if (pem !== '') return { tls: {}, secrets: { [name]: pem } };
  reader.refuse({ key, reason: `${key} has no whole PEM block from -----BEGIN to -----END.` });
  return NOTHING;
}

/** Kafka's default is JKS, whatever the file is called. */
function storeType(reader: Reader, key: string): string {
  return reader.text(key)?.toUpperCase() ?? 'JKS';
}

function nameOf(type: string, location: string): string {
  return type === 'JKS' && /\.(?:p12|pfx)$/i.test(location) ? 'PKCS12' : type;
}

function keystoreCommand(location: string, type: string): string {
  const p12 = type === 'PKCS12' ? location : `${location.replace(/\.\w+$/, '')}.p12`;
  const toP12 =
    type === 'PKCS12'
      ? ''
      : `keytool -importkeystore -srckeystore "${location}" -destkeystore "${p12}" -deststoretype PKCS12 && `;
  const toPem = `openssl pkcs12 -in "${p12}" -nodes -out "${pemName(location)}"`;
  return `Write key and certificates as PEM with: ${toP12}${toPem}, then set ssl.keystore.type=PEM, the new location, and take ssl.keystore.password out.`;
}

function pemName(location: string): string {
  return `${location.replace(/\.\w+$/, '')}.pem`;
}
