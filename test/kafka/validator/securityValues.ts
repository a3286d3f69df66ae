/** A key and a certificate for it, made for these cases alone: no cluster has them. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgbQRv6ZjxAoXbQ3Mh
EJU6+A74BFVIM8XSR4YwTyDG8u+hRANCAASIJRty5buIprd3XaGTupw1p3M+qnVf
gQLAlhD8Zf8tCuZudvmR6YteqGtk1gUjE8ZiWJeeGQ6GWCxJOTt8nrje
-----END PRIVATE KEY-----`;
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBcDCCARWgAwIBAgIUQO1+fepTTnxEWc1dP1w/9epi7EQwCgYIKoZIzj0EAwIw
DDEKMAgGA1UEAwwBYTAgFw0yNjExMjMxMzIyNDRaGA8yMTI2MTAzMDEzMjI0NFow
DDEKMAgGA1UEAwwBYTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABIglG3Llu4im
t3ddoZO6nDWncz6qdV+BAsCWEPxl/y0K5m52+ZHpi16oa2TWBSMTxmJYl54ZDoZY
LEk5O3yeuN6jUzBRMB0GA1UdDgQWBBSVKdPvFAjOlzRMlZAfr3sGmvrMizAfBgNV
HSMEGDAWgBSVKdPvFAjOlzRMlZAfr3sGmvrMizAPBgNVHRMBAf8EBTADAQH/MAoG
CCqGSM49BAMCA0kAMEYCIQCaPybspEAPbDteATtyU/Urmd0T3BfqCir9nNJ33Tsg
fgIhAPrgWuPB4uOjAAgKCXRZwRFb6kPIOBVUJQNMC895CfWy
-----END CERTIFICATE-----`;

/** As openssl writes a key of a curve unless it is told otherwise; Kafka reads none such. */
const OLD_KEY = `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIG0Eb+mY8QKF20NzIRCVOvgO+ARVSDPF0keGME8gxvLvoAoGCCqGSM49
AwEHoUQDQgAEiCUbcuW7iKa3d12hk7qcNadzPqp1X4ECwJYQ/GX/LQrmbnb5kemL
XqhrZNYFIxPGYliXnhkOhlgsSTk7fJ643g==
-----END EC PRIVATE KEY-----`;
/** Its password is `secret`. */
const ENCRYPTED_KEY = `-----BEGIN ENCRYPTED PRIVATE KEY-----
MIGxMBwGCiqGSIb3DQEMAQMwDgQIurHeA9r/psYCAggABIGQE0VBfud6WEdaLV3U
ym1smFqo7aUsIrC7/5z9aExf8OyuhRl7S+BYyN7gMNIq33O2+Ygy1M9spl0FrWvM
CwQRGYsARvGS9RVvXWWQXsJNHuHWxUNQ/rg5LGGrkpEbyDhtpabEDVzlIs9sGiCy
fjEd1Z5rIadKNe7MnSpEZ8q6Fqsm6VNFU4vZmt3p6HrAcvv0
-----END ENCRYPTED PRIVATE KEY-----`;

const PLAIN = 'org.apache.kafka.common.security.plain.PlainLoginModule';
const SCRAM = 'org.apache.kafka.common.security.scram.ScramLoginModule';
const OAUTH = 'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule';

/** Settings of SASL and TLS with what people write there; each list begins with what is right somewhere. */
export const SASL_VALUES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'sasl.mechanism': ['PLAIN', 'SCRAM-SHA-512', 'OAUTHBEARER', 'GSSAPI', 'SCRAM-SHA-256', 'plain', 'SCRAM', ''],
  'sasl.jaas.config': [
    `${PLAIN} required username="alice" password="secret";`,
    `${SCRAM} required username="alice" password="secret";`,
    `${SCRAM} required username="alice" password="secret" tokenauth="true";`,
    `${OAUTH} required unsecuredLoginStringClaim_sub="alice";`,
    `${OAUTH} required;`,
    `${PLAIN} required username="alice" password="secret"`,
    `${PLAIN} username="alice" password="secret";`,
    `${PLAIN} requird username="alice" password="secret";`,
    `${PLAIN} REQUIRED username=alice password=7up;`,
    `${PLAIN} required username=alice password=a/b;`,
    `${PLAIN} required username=alice password='secret';`,
    `${PLAIN} required username="alice", password="secret";`,
    `${PLAIN} required username="alice" password=;`,
    `${PLAIN} required username="alice" password="secret"; ${SCRAM} required;`,
    `${PLAIN} required username="alice" password="secret";;`,
    `KafkaClient { ${PLAIN} required username="alice" password="secret"; };`,
    'org.apache.kafka.common.security.plain.PlainLoginModul required username="alice" password="secret";',
    'org.apache.kafka.common.security.plain.plainLoginModule required username="alice" password="secret";',
    'org.apache.kafka.common.serialization.StringSerializer required;',
    'com.sun.security.auth.module.JndiLoginModule required;',
    'com.sun.security.auth.module.Krb5LoginModule required serviceName="kafka";',
    'com.sun.security.auth.module.Krb5LoginModule required serviceName="broker";',
    'com.sun.security.auth.module.Krb5LoginModule required;',
    `${PLAIN} optional;`,
    '',
    ';',
  ],
  'sasl.login.callback.handler.class': [
    '',
    'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler',
    'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandlr',
  ],
  'sasl.login.class': [''],
  'sasl.login.connect.timeout.ms': ['10000', '0', '-1', ''],
  'sasl.login.read.timeout.ms': ['10000', '0', '-1', '10s'],
  'sasl.login.retry.backoff.ms': ['100', '0', '-1', '20000'],
  'sasl.login.retry.backoff.max.ms': ['10000', '0', '-1', '50'],
  'sasl.login.refresh.window.factor': ['0.8', '0.4', '0.5', '1.0', '1.1'],
  'sasl.login.refresh.window.jitter': ['0.05', '0.26', '0.25', '-0.1'],
  'sasl.login.refresh.min.period.seconds': ['60', '901', '900', '-1'],
  'sasl.login.refresh.buffer.seconds': ['300', '3601', '3600', '-1'],
  'sasl.oauthbearer.token.endpoint.url': ['https://login.example.com/token', 'login.example.com', '', 'ftp://x/'],
  'sasl.oauthbearer.jwks.endpoint.url': ['https://login.example.com/keys', 'keys', ''],
  'sasl.oauthbearer.clock.skew.seconds': ['30', '0', '-1', '30s'],
  'sasl.oauthbearer.scope.claim.name': ['scope', '', ' '],
  'sasl.oauthbearer.sub.claim.name': ['sub', ''],
  'sasl.oauthbearer.header.urlencode': ['true', 'false', 'yes'],
  'sasl.oauthbearer.jwks.endpoint.refresh.ms': ['3600000', '-1', 'x'],
  'sasl.oauthbearer.expected.audience': ['kafka', '', 'a,b'],
  'sasl.kerberos.ticket.renew.window.factor': ['0.8', '2', '-1', 'x'],
  'sasl.kerberos.service.name': ['kafka', ''],
};

/** Key stores in files are named where Kafka has a word about the names alone, since no such file exists. */
export const TLS_VALUES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'ssl.protocol': ['TLSv1.3', 'TLSv1.2', 'TLS', 'TLSv1.4', 'tlsv1.2', 'TLS1.2', 'SSL', ''],
  'ssl.enabled.protocols': ['TLSv1.2,TLSv1.3', 'TLSv1.2', 'TLSv1.4', '', 'TLSv1.2,', 'TLSv1.2,TLSv1.2'],
  'ssl.endpoint.identification.algorithm': ['https', '', 'HTTPS', 'none', 'LDAPS'],
  'ssl.cipher.suites': ['TLS_AES_256_GCM_SHA384', '', 'NONSENSE', 'TLS_AES_256_GCM_SHA384,TLS_AES_256_GCM_SHA384'],
  'ssl.keystore.type': ['PEM', 'JKS', 'PKCS12', 'pem', ''],
  'ssl.keystore.location': ['/var/private/client.p12', '/var/private/client.pem', ''],
  'ssl.keystore.password': ['secret', ''],
  'ssl.key.password': ['secret', ''],
  'ssl.keystore.key': [KEY, KEY, OLD_KEY, ENCRYPTED_KEY, 'secret', '', KEY.replaceAll('\n', ' ')],
  'ssl.keystore.certificate.chain': [CERTIFICATE, CERTIFICATE, 'x', '', KEY],
  'ssl.truststore.type': ['PEM', 'JKS', 'PKCS12', 'pem', ''],
  'ssl.truststore.location': ['/var/private/trust.jks', ''],
  'ssl.truststore.password': ['secret', ''],
  'ssl.truststore.certificates': [CERTIFICATE, CERTIFICATE, 'x', '', KEY],
  'ssl.keymanager.algorithm': ['PKIX', 'SunX509', 'NONSENSE', ''],
  'ssl.trustmanager.algorithm': ['PKIX', 'NONSENSE', ''],
  'ssl.secure.random.implementation': ['SHA1PRNG', 'NONSENSE', ''],
  'ssl.provider': ['', 'SunJSSE', 'NONSENSE'],
};

export const SECURITY_PROTOCOLS = ['SSL', 'SASL_SSL', 'SASL_PLAINTEXT', 'SASL_SSL', 'sasl_ssl', 'PLAINTEXT'] as const;
