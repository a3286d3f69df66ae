import fc from 'fast-check';

/** A file as people write it, with secrets in it that no other text has. */
export interface Planted {
  readonly name: string;
  readonly text: string;
  readonly secrets: readonly string[];
}

const KEYS = [
  ['ssl.keystore.password', 'ssl.key.password', 'ssl.truststore.password', 'ssl.keystore.pasword', 'sasl.password'],
  ['database.password', 'connection.passwd', 'basic.auth.user.info', 'aws.secret.access.key', 'api_key', 'AUTH_TOKEN'],
  ['producer.ssl.key.password', 'listener.name.sasl_ssl.ssl.keystore.password', 'delegation.token.secret.key'],
].flat();

/** What goes wrong with values: each makes some rule speak. */
const AROUND = ['', ' ', ' # the secret', ' // comment', '"', "'", '\\', '\u00a0', ',', ';', '\t', ' ms'];

const SHARED = [
  'bootstrap.servers=a:9092,a:9092',
  'acks=0',
  'batch.size=16KB',
  'linger.ms=0',
  'lingr.ms=5',
  'retries=-1',
];

const secret = fc
  .tuple(fc.constantFrom('S3cr3t', 'hunter', 'p@ss', 'Zx ', 'q/w', 'ü-', '0x', 'a.b.'), fc.nat({ max: 0xffffffff }))
  .map(([word, number]) => `${word}${number.toString(36).padStart(7, 'z')}`);

const plainLine = fc
  .tuple(fc.constantFrom(...KEYS), fc.constantFrom('=', ' = ', ':', ' '), secret, fc.constantFrom(...AROUND))
  .map(([key, sign, value, around]) => ({ text: `${key}${sign}${value}${around}`, secrets: [value.trim()] }));

const jaasLine = fc
  .tuple(
    fc.constantFrom('sasl.jaas.config', 'sasl.jaas.confg', 'consumer.sasl.jaas.config', 'notes'),
    fc.constantFrom('username="app" password="?";', 'clientId="x" clientSecret="?"', 'user_admin="?" password="?"'),
    secret,
  )
  .map(([key, options, value]) => ({
    text: `${key}=org.apache.kafka.common.security.plain.PlainLoginModule required ${options.replaceAll('?', value)}`,
    secrets: [value.trim()],
  }));

/** Secrets in the middle of values that rules look into and quote. */
const INSIDE = [
  '# ssl.key.password=?',
  '! password: ?',
  'schema.registry.url=http://app:?@registry:8081',
  'bootstrap.servers=app:?@k:9092',
  'listeners=PLAINTEXT://app:?@k:9092',
  'zookeeper.connect=app:?@zk',
  'compression.type=password=?',
  'acks=token:?',
  'security.protocol=SSL;ssl.key.password=?',
  'ssl.keystore.key=-----BEGIN PRIVATE KEY----- ? -----END PRIVATE KEY-----',
];

const insideLine = fc.tuple(fc.constantFrom(...INSIDE), secret).map(([line, value]) => {
  const written = line.includes('@') ? encodeURIComponent(value) : value.trim();
  return { text: line.replace('?', written), secrets: [written] };
});

const properties = fc
  .tuple(
    fc.constantFrom(
      'producer.properties',
      'consumer.properties',
      'server.properties',
      'connect-distributed.properties',
    ),
    fc.array(
      fc.oneof(
        plainLine,
        jaasLine,
        insideLine,
        fc.constantFrom(...SHARED).map((text) => ({ text, secrets: [] })),
      ),
      {
        minLength: 1,
        maxLength: 8,
      },
    ),
  )
  .map(([name, lines]) => ({
    name,
    text: ['bootstrap.servers=k:9092', 'group.id=g', ...lines.map(({ text }) => text), ''].join('\n'),
    secrets: lines.flatMap(({ secrets }) => secrets),
  }));

const USE = "const p = kafka.producer({ retries: '3' });\np.send({ topic: 't', messages: ['x'] });\n";

const CODE = [
  "const kafka = new Kafka({ clientId: 'a', brokers: ['a:9092'], ssl: false, sasl: { mechanism: 'plan', username: 'u', password: '§' } });",
  "const PASSWORD = '§';\nconst kafka = new Kafka({ brokers: 'a:9092', sasl: { mechanism: 'plain', username: 'u', password: PASSWORD } });",
  "const kafka = new Kafka({ brokers: ['a:9092'], sasl: { mechanism: 'scram-sha-256', passwrd: `§` }, ssl: { passphrase: '§', key: '§' } });",
  "const kafka = new Kafka({ brokers: ['a'], sasl: { mechanism: 'aws', secretAccessKey: process.env.K ?? '§', sessionToken: '§' } });",
];

const code = fc.tuple(fc.constantFrom(...CODE), secret).map(([source, value]) => ({
  name: 'kafka.ts',
  text: `import { Kafka } from 'kafkajs';\n${source.replaceAll('§', value)}\n${USE}`,
  secrets: [value],
}));

export const fileWithSecrets = (): fc.Arbitrary<Planted> => fc.oneof({ arbitrary: properties, weight: 3 }, code);
