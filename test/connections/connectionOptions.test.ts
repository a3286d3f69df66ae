import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { connectionOptionsOf } from '../../server/src/connection/connectionOptions';
import type { ClusterSettings, ConnectionSecrets } from '../../server/src/connection/model';
import { CERTIFICATE, PRIVATE_KEY } from './support/pem';

const FILES: Readonly<Record<string, string>> = {
  '/ca.pem': `subject: a note\n${CERTIFICATE}`,
  '/both.pem': PRIVATE_KEY + CERTIFICATE,
  '/key.pem': PRIVATE_KEY,
  '/locked.pem': PRIVATE_KEY.replaceAll('PRIVATE KEY', 'ENCRYPTED PRIVATE KEY'),
  '/store.jks': '\u00fe\u00ed',
};
const readText = async (path: string): Promise<string> => {
  const text = FILES[path];
  if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
  return text;
};
const BASE = { name: 'prod', bootstrapServers: ['k:9093'] };
const options = (settings: Omit<ClusterSettings, 'name' | 'bootstrapServers'>, secrets: ConnectionSecrets = {}) =>
  connectionOptionsOf({ ...BASE, ...settings }, secrets, readText);

describe('the options of a connection', () => {
  it('have no TLS and no login for PLAINTEXT, whatever else is set', async () => {
    const { tls, sasl, brokers } = await options({ securityProtocol: 'PLAINTEXT', tls: { caFile: '/gone.pem' } });
    assert.deepEqual([tls, sasl, brokers], [undefined, undefined, ['k:9093']]);
  });

  it('have the texts of PEM files, and of stored secrets where there is no file', async () => {
    const mutual = await options({
      securityProtocol: 'SSL',
      tls: { caFile: '/ca.pem', certificateFile: '/both.pem', keyFile: '/both.pem', verifyHostname: false },
    });
    assert.deepEqual(mutual.tls, {
      ca: CERTIFICATE,
      cert: PRIVATE_KEY + CERTIFICATE,
      key: PRIVATE_KEY + CERTIFICATE,
      verifyHostname: false,
    });
    const inline = await options({ securityProtocol: 'SSL' }, { ca: CERTIFICATE, keyPassphrase: 'unused' });
    assert.deepEqual(inline.tls, { ca: CERTIFICATE });
  });

  it('have user and password', async () => {
    const sasl = { mechanism: 'SCRAM-SHA-256', username: 'u' } as const;
    const found = await options({ securityProtocol: 'SASL_PLAINTEXT', sasl }, { password: 'p' });
    assert.deepEqual(found.sasl, { ...sasl, password: 'p' });
    assert.equal(found.tls, undefined);
  });

  const oauth = { mechanism: 'OAUTHBEARER', tokenEndpoint: 'https://x/t', clientId: 'c' } as const;
  for (const [what, settings, secrets, said] of [
    [
      'a lost password',
      { securityProtocol: 'SASL_SSL', sasl: { mechanism: 'PLAIN', username: 'u' } },
      {},
      /^The password of prod is not stored/,
    ],
    [
      'a lost client secret',
      { securityProtocol: 'SASL_SSL', sasl: oauth },
      {},
      /^The client secret of prod is not stored/,
    ],
    [
      'a file that is gone',
      { securityProtocol: 'SSL', tls: { caFile: '/gone.pem' } },
      {},
      /^There is no file \/gone\.pem/,
    ],
    [
      'a file that is no PEM',
      { securityProtocol: 'SSL', tls: { caFile: '/store.jks' } },
      {},
      /^\/store\.jks is no PEM file/,
    ],
    [
      'a key in the place of a certificate',
      { securityProtocol: 'SSL', tls: { caFile: '/key.pem' } },
      {},
      /holds no certificate/,
    ],
    [
      'a certificate in the place of a key',
      { securityProtocol: 'SSL', tls: { certificateFile: '/ca.pem', keyFile: '/ca.pem' } },
      {},
      /holds no private key/,
    ],
    [
      'a certificate without a key',
      { securityProtocol: 'SSL', tls: { certificateFile: '/ca.pem' } },
      {},
      /without its private key/,
    ],
    [
      'a passphrase that is missing',
      { securityProtocol: 'SSL', tls: { certificateFile: '/ca.pem', keyFile: '/locked.pem' } },
      {},
      /encrypted, and its passphrase/,
    ],
  ] as const) {
    it(`are refused for ${what}`, async () => {
      await assert.rejects(options(settings, secrets), { name: 'ConnectionProblem', message: said });
    });
  }
});
