import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { createSecureContext } from 'node:tls';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parse } from 'properties-parser';
import { importConnection } from '../../server/src/connection/import/importConnection';
import { readClusterSettings } from '../../server/src/connection/validate';
import { parseProperties } from '../../server/src/formats/properties/parse';
import { CERTIFICATE, PRIVATE_KEY } from './support/pem';

const FOLDER = '/project space/conf';
const read = (...lines: readonly string[]) => importConnection(lines.join('\n'), (path) => posix.resolve(FOLDER, path));
const refused = (...lines: readonly string[]) => read(...lines).refusals.map(({ key }) => key);

const variable = (name: string) => `\${${name}}`;

const SERVERS = 'bootstrap.servers = k1:9093, k2:9093';
const SASL = [SERVERS, 'security.protocol=SASL_SSL'];
const PLAIN = 'org.apache.kafka.common.security.plain.PlainLoginModule';
const SCRAM = 'org.apache.kafka.common.security.scram.ScramLoginModule';
const OAUTH = 'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule';

describe('connecting as a file does', () => {
  it('needs brokers and nothing else', () => {
    assert.deepEqual(read(SERVERS, 'group.id=g'), {
      settings: { bootstrapServers: ['k1:9093', 'k2:9093'], securityProtocol: 'PLAINTEXT' },
      secrets: {},
      refusals: [],
    });
    assert.deepEqual(refused('group.id=g'), ['bootstrap.servers']);
    assert.deepEqual(refused('bootstrap.servers='), ['bootstrap.servers']);
    assert.deepEqual(refused('bootstrap.servers=k1'), ['bootstrap.servers']);
  });

  it('takes user and password from sasl.jaas.config', () => {
    const { settings, secrets, refusals } = read(
      ...SASL,
      'sasl.mechanism=SCRAM-SHA-512',
      `sasl.jaas.config=${SCRAM} required \\`,
      '  username="alice" \\',
      '  password="p\\\\"w";',
    );
    assert.deepEqual(refusals, []);
    assert.deepEqual(settings.sasl, { mechanism: 'SCRAM-SHA-512', username: 'alice' });
    assert.deepEqual(secrets, { password: 'p"w' });
  });

  it('takes a connection string as a password, which looks like much else', () => {
    const password = 'Endpoint=sb://x.example.net/;SharedAccessKeyName=k;SharedAccessKey=a+b/c=';
    const jaas = `sasl.jaas.config=${PLAIN} required username="$ConnectionString" password="${password}";`;
    const { settings, secrets, refusals } = read(...SASL, 'sasl.mechanism=PLAIN', jaas);
    assert.deepEqual([refusals, secrets], [[], { password }]);
    assert.deepEqual(settings.sasl, { mechanism: 'PLAIN', username: '$ConnectionString' });
  });

  it('reads security.protocol in either case, and ignores what PLAINTEXT does not use', () => {
    const { settings, secrets, refusals } = read(
      SERVERS,
      'security.protocol = sasl_plaintext',
      'sasl.mechanism=PLAIN',
      `sasl.jaas.config=${PLAIN} required username="u" password="p";`,
      'ssl.truststore.location=trust.jks',
    );
    assert.deepEqual(refusals, []);
    assert.equal(settings.securityProtocol, 'SASL_PLAINTEXT');
    assert.equal(settings.tls, undefined);
    assert.deepEqual(secrets, { password: 'p' });
  });

  it('takes client credentials from newer keys before those of sasl.jaas.config', () => {
    const { settings, secrets, refusals } = read(
      ...SASL,
      'sasl.mechanism=OAUTHBEARER',
      'sasl.oauthbearer.token.endpoint.url=https://login.example.com/token',
      'sasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler',
      'sasl.oauthbearer.client.credentials.client.id=newer',
      `sasl.jaas.config=${OAUTH} required clientId="older" clientSecret="s3" scope="kafka" extension_logicalCluster="lkc-1";`,
    );
    assert.deepEqual(refusals, []);
    assert.deepEqual(settings.sasl, {
      mechanism: 'OAUTHBEARER',
      tokenEndpoint: 'https://login.example.com/token',
      clientId: 'newer',
      scope: 'kafka',
      extensions: { logicalCluster: 'lkc-1' },
    });
    assert.deepEqual(secrets, { clientSecret: 's3' });
  });

  it('finds PEM files beside the file, and keeps PEM texts as secrets', () => {
    const byPath = read(
      SERVERS,
      'security.protocol=SSL',
      'ssl.truststore.type=PEM',
      'ssl.truststore.location=certs/ca.pem',
      'ssl.keystore.type=pem',
      'ssl.keystore.location=/etc/client.pem',
      'ssl.key.password=k',
      'ssl.endpoint.identification.algorithm=',
    );
    assert.deepEqual(byPath.settings.tls, {
      caFile: '/project space/conf/certs/ca.pem',
      certificateFile: '/etc/client.pem',
      keyFile: '/etc/client.pem',
      verifyHostname: false,
    });
    assert.deepEqual(byPath.secrets, { keyPassphrase: 'k' });
    const joined = (pem: string) => pem.trim().split('\n').join(' \\\n  ');
    const inline = read(
      SERVERS,
      'security.protocol=SSL',
      'ssl.truststore.type=PEM',
      `ssl.truststore.certificates=${joined(CERTIFICATE)}`,
      'ssl.keystore.type=PEM',
      `ssl.keystore.key=${joined(PRIVATE_KEY)}`,
      `ssl.keystore.certificate.chain=${joined(CERTIFICATE)}`,
    );
    assert.deepEqual(inline.refusals, []);
    assert.deepEqual(inline.secrets, { ca: CERTIFICATE, privateKey: PRIVATE_KEY, certificate: CERTIFICATE });
    const { ca, certificate: cert, privateKey: key } = inline.secrets;
    assert.doesNotThrow(() => createSecureContext({ ca, cert, key }));
  });

  it('refuses stores of Java with the command that makes PEM of them', () => {
    const { refusals } = read(
      SERVERS,
      'security.protocol=SSL',
      'ssl.truststore.location=trust.jks',
      'ssl.truststore.password=changeit',
      'ssl.keystore.location=key.p12',
      'ssl.keystore.password=changeit',
    );
    assert.deepEqual(
      refusals.map(({ key, reason, remedy }) => [key, reason, /with: (.*?), then/.exec(remedy ?? '')?.[1]]),
      [
        [
          'ssl.truststore.location',
          'trust.jks is a JKS truststore, which only Java can read.',
          'keytool -list -rfc -keystore "trust.jks" > "trust.pem"',
        ],
        [
          'ssl.keystore.location',
          'key.p12 is a PKCS12 keystore, which is for Java.',
          'openssl pkcs12 -in "key.p12" -nodes -out "key.pem"',
        ],
      ],
    );
  });

  for (const [what, key, lines] of [
    ['a protocol of nobody', 'security.protocol', [SERVERS, 'security.protocol=TLS']],
    ['Kerberos by default', 'sasl.mechanism', SASL],
    ['Kerberos', 'sasl.mechanism', [...SASL, 'sasl.mechanism=GSSAPI']],
    ['Amazon’s own mechanism', 'sasl.mechanism', [...SASL, 'sasl.mechanism=AWS_MSK_IAM']],
    [
      'a Java class that gives the password',
      'sasl.client.callback.handler.class',
      [...SASL, 'sasl.mechanism=PLAIN', 'sasl.client.callback.handler.class=x.Y'],
    ],
    ['a JAAS file elsewhere', 'sasl.jaas.config', [...SASL, 'sasl.mechanism=PLAIN']],
    ['broken JAAS', 'sasl.jaas.config', [...SASL, 'sasl.mechanism=PLAIN', `sasl.jaas.config=${PLAIN} required`]],
    [
      'the login module of another mechanism',
      'sasl.jaas.config',
      [...SASL, 'sasl.mechanism=PLAIN', `sasl.jaas.config=${SCRAM} required username="u" password="p";`],
    ],
    [
      'a password from the environment',
      'sasl.jaas.config password',
      [
        ...SASL,
        'sasl.mechanism=PLAIN',
        `sasl.jaas.config=${PLAIN} required username="u" password="${variable('env:PW')}";`,
      ],
    ],
    ['brokers from the environment', 'bootstrap.servers', [`bootstrap.servers=${variable('BROKERS')}`]],
    ['a template that nobody has filled in', 'bootstrap.servers', ['bootstrap.servers=<your brokers>']],
    [
      'a Java class that gets the token',
      'sasl.login.callback.handler.class',
      [
        ...SASL,
        'sasl.mechanism=OAUTHBEARER',
        'sasl.login.callback.handler.class=x.Y',
        `sasl.jaas.config=${OAUTH} required;`,
      ],
    ],
    [
      'an unsigned token',
      'sasl.oauthbearer.token.endpoint.url',
      [...SASL, 'sasl.mechanism=OAUTHBEARER', `sasl.jaas.config=${OAUTH} required clientId="c" clientSecret="s";`],
    ],
    [
      'a certificate without its key',
      'ssl.keystore.key',
      [SERVERS, 'security.protocol=SSL', 'ssl.keystore.type=PEM', 'ssl.keystore.certificate.chain=x'],
    ],
  ] as const) {
    it(`refuses ${what}`, () => assert.deepEqual(refused(...lines), [key]));
  }

  it('refuses an escape that Java refuses, and no other', () => {
    const path = (text: string) =>
      read(SERVERS, 'security.protocol=SSL', 'ssl.truststore.type=PEM', `ssl.truststore.location=${text}`);
    assert.deepEqual(
      path('C:\\users\\ca.pem').refusals.map(({ reason }) => reason),
      ['Line 4 has \\u without four hexadecimal digits after it, which Java refuses.'],
    );
    assert.deepEqual(path('C:\\\\users\\\\ca.pem').refusals, []);
    assert.deepEqual(read(SERVERS, '# C:\\users\\me').refusals, []);
    assert.deepEqual(path('\\u00e9.pem').settings.tls?.caFile, `${FOLDER}/é.pem`);
  });

  it('reads what people write in a properties file as Java does', () => {
    const word = fc.stringMatching(/^[a-z][a-z.]{0,8}$/);
    const value = fc
      .array(
        fc.constantFrom(
          'a',
          '5',
          ' ',
          '=',
          ':',
          '#',
          '"',
          ';',
          '\\\\',
          '\\=',
          '\\:',
          '\\t',
          '\\u00e9',
          '\\\n    ',
          'é',
        ),
        {
          maxLength: 8,
        },
      )
      .map((parts) => `x${parts.join('')}x`);
    const separator = fc.constantFrom('=', ' = ', ':', ': ', ' ', '\t=\t');
    const pair = fc.tuple(word, separator, value).map((parts) => parts.join(''));
    const line = fc.oneof({ weight: 4, arbitrary: pair }, fc.constantFrom('', '# a=b', '  ! c', '#\\'));
    const end = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(fc.array(line), end, (lines, lineEnd) => {
        const text = lines.join('\n').replaceAll('\n', lineEnd);
        const java = new Map(parseProperties(text).entries.map((entry) => [entry.key, entry.value.text]));
        assert.deepEqual(new Map(Object.entries(parse(text))), java);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives a whole connection or says why not, and never puts a secret into words', () => {
    const secret = 'tOp-s3cret';
    const line = fc.constantFrom(
      'bootstrap.servers=k:1',
      'bootstrap.servers=',
      ...['PLAINTEXT', 'SSL', 'SASL_SSL', 'x', ''].map((one) => `security.protocol=${one}`),
      ...['PLAIN', 'SCRAM-SHA-256', 'OAUTHBEARER', 'GSSAPI', '', variable('X')].map((one) => `sasl.mechanism=${one}`),
      ...[PLAIN, SCRAM, OAUTH].flatMap((module) => [
        `sasl.jaas.config=${module} required username="u" password="${secret}" clientId="c" clientSecret="${secret}";`,
        `sasl.jaas.config=${module} required username="" password=${secret};`,
        `sasl.jaas.config=${module} required`,
      ]),
      'sasl.jaas.config=',
      `sasl.jaas.config=${variable('JAAS')}`,
      'sasl.oauthbearer.token.endpoint.url=https://x/t',
      'sasl.oauthbearer.client.credentials.client.id=',
      `sasl.oauthbearer.client.credentials.client.secret=${secret}`,
      'ssl.truststore.location=a.jks',
      'ssl.truststore.type=PEM',
      `ssl.truststore.password=${secret}`,
      `ssl.keystore.key=${secret}`,
      `ssl.key.password=${secret}`,
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const { settings, refusals } = read(...lines);
        const isWhole = 'value' in readClusterSettings({ name: 'n', ...settings });
        assert.ok(refusals.length > 0 || isWhole, JSON.stringify(settings));
        assert.ok(!JSON.stringify([settings, refusals]).includes(secret));
      }),
      { numRuns: 2000 },
    );
  });
});
