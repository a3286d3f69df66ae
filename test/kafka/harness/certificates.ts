import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Certificates as PEM texts, made for one cluster. */
export interface Certificates {
  readonly ca: string;
  /** An authority that has signed nothing of the cluster. */
  readonly otherCa: string;
  readonly client: { readonly cert: string; readonly key: string };
  /** Files for the brokers: key and certificate in one, as Kafka's PEM key store wants it. */
  readonly brokerKeyStore: string;
  /** The same with a certificate whose time is over. */
  readonly expiredKeyStore: string;
  readonly trustStore: string;
}

/** Makes an authority, a certificate of it for 127.0.0.1 and localhost, one that has expired, and one for a client. */
export function makeCertificates(folder: string): Certificates {
  mkdirSync(folder, { recursive: true });
  const file = (name: string): string => join(folder, name);
  authority(folder, 'ca');
  authority(folder, 'other');
  sign(folder, 'broker', 'subjectAltName=DNS:localhost,IP:127.0.0.1', []);
  sign(folder, 'expired', 'subjectAltName=DNS:localhost,IP:127.0.0.1', [
    '-not_before',
    '20200101000000Z',
    '-not_after',
    '20200201000000Z',
  ]);
  sign(folder, 'client', 'extendedKeyUsage=clientAuth', []);
  return {
    ca: readFileSync(file('ca.crt'), 'utf8'),
    otherCa: readFileSync(file('other.crt'), 'utf8'),
    client: { cert: readFileSync(file('client.crt'), 'utf8'), key: readFileSync(file('client.key'), 'utf8') },
    brokerKeyStore: keyStore(folder, 'broker'),
    expiredKeyStore: keyStore(folder, 'expired'),
    trustStore: file('ca.crt'),
  };
}

function openssl(folder: string, ...options: readonly string[]): void {
  execFileSync('openssl', options, { cwd: folder, stdio: 'pipe' });
}

const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

function authority(folder: string, name: string): void {
  const subject = ['-subj', `/CN=Test authority ${name}`, '-days', '30'];
  openssl(folder, 'req', '-x509', ...NEW_KEY, '-keyout', `${name}.key`, '-out', `${name}.crt`, ...subject);
}

/** Times are set by `openssl ca`, which needs a little database; `x509` does for the others. */
function sign(folder: string, name: string, extension: string, times: readonly string[]): void {
  openssl(folder, 'req', ...NEW_KEY, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`);
  writeFileSync(join(folder, `${name}.ext`), `${extension}\n`);
  const by = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial'];
  if (times.length === 0) {
    openssl(
      folder,
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      ...by,
      '-out',
      `${name}.crt`,
      '-days',
      '30',
      '-extfile',
      `${name}.ext`,
    );
    return;
  }
  const [, start = '', , end = ''] = times;
  writeFileSync(join(folder, 'index.txt'), '');
  writeFileSync(
    join(folder, 'ca.cnf'),
    `[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nnew_certs_dir=.\nrand_serial=yes\ndefault_md=sha256\npolicy=p\n[p]\ncommonName=supplied\n`,
  );
  const validity = ['-startdate', start, '-enddate', end];
  const signer = ['-cert', 'ca.crt', '-keyfile', 'ca.key', '-config', 'ca.cnf', '-batch', '-notext'];
  openssl(folder, 'ca', ...signer, ...validity, '-in', `${name}.csr`, '-out', `${name}.crt`, '-extfile', `${name}.ext`);
}

function keyStore(folder: string, name: string): string {
  const path = join(folder, `${name}.pem`);
  writeFileSync(
    path,
    readFileSync(join(folder, `${name}.key`), 'utf8') + readFileSync(join(folder, `${name}.crt`), 'utf8'),
  );
  return path;
}
