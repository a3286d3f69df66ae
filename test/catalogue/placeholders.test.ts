import assert from 'node:assert/strict';
import { hasPlaceholder, isStandInFor } from '../../server/src/catalogue/placeholders';

describe('placeholders', () => {
  const dollar = '$';
  const filledIn = [
    `${dollar}{HOST}:9092`,
    `PLAINTEXT://${dollar}{env:HOST:-localhost}:9092`,
    `${dollar}{file:/secrets.properties:password}`,
    '{{ groups["kafka"] | join(",") }}',
    '{% for host in hosts %}{{ host }}{% endfor %}',
    '<%= @port %>',
    `${dollar}(POD_NAME)`,
    `${dollar}HOST`,
    `PLAINTEXT://${dollar}HOST:9092`,
    '<YOUR_HOST>:9092',
    '<kafka-broker-fqdn>:9093',
    'username="<api key>"',
    '__KAFKA_BROKERS__',
    '%KAFKA_HOST%:9092',
    '@kafka.host@:9092',
    ':BOOTSTRAP_SERVERS:',
    'password=":CLOUD_SECRET:";',
    '{broker_id}',
    'PLAINTEXT://{host}:{port}',
    '%(kafka_host)s:9092',
    'PLAINTEXT://%s:9092',
    '[CHANGEME]',
    '[HOST]:9092',
    '[your-host]',
    'REPLACE_ME',
    'to be overridden',
    'username="app" password="change-this"',
    '<ns>.servicebus.windows.net:9093',
    '<Name des Servers>:9092',
    '@kafka-host@',
    '__broker__',
    'xxx',
    '10.0.0.xxx:9092',
    'your-broker:9092',
    'yourserver.example.com:9092',
    'YOUR_API_KEY',
    'host:port,host:port',
    'HOST1:PORT1',
    'TODO',
    '****',
    'ENC(kD8sl2==)',
    `#${''}{kafka.host}`,
    `${dollar}${dollar}KAFKA_HOST`,
  ];
  for (const value of filledIn) it(`has one: ${value}`, () => assert.ok(hasPlaceholder(value)));

  const literal = [
    '9092',
    'RULE:^CN=(.*?),OU=ServiceUsers.*$/$1/,RULE:^CN=(.*?)$/$1@$2/L,DEFAULT',
    'RULE:[1:$1@$0](.*@EXAMPLE.COM)s/@.*//,DEFAULT',
    'orders-.*$|payments$',
    'org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="p$1w$";',
    '1@a:9093,2@b:9093,3@c:9093',
    '__consumer_offsets,__transaction_state',
    'PLAINTEXT:PLAINTEXT,SSL:SSL',
    'SASL_SSL://:9093',
    'User:admin;User:kafka',
    '50%,100%',
    'com.example.Outer$Inner',
    '{"a":{"b":1}}',
    'PLAINTEXT://[::1]:9092',
    '[A-Z][a-z]{2,3}',
    '(?<user>[^,]+)',
    '^\\p{Alpha}+$',
    'exchange-messages',
    'xx',
    'a < b, c > d',
    'ops@example.com',
    'portal:9092',
    'changeit',
  ];
  for (const value of literal) it(`has none: ${value}`, () => assert.ok(!hasPlaceholder(value)));
});

describe('words in capitals', () => {
  const standing: [string, string][] = [
    ['broker.id', 'BROKER_ID'],
    ['broker.id', 'X'],
    ['broker.id', 'n'],
    ['log.retention.hours', 'RETENTION'],
    ['enable.auto.commit', 'AUTO_COMMIT'],
    ['key.serializer', 'SERIALIZER'],
    ['security.protocol', 'SECURITY_PROTOCOL'],
    ['compression.type', 'COMPRESSION_TYPE'],
    ['ssl.keystore.password', 'PASSWORD'],
    ['bootstrap.servers', 'BROKERS'],
    ['bootstrap.servers', 'HOST1:PORT,HOST2:PORT'],
    ['bootstrap.servers', 'bootstrap-servers'],
    ['advertised.listeners', 'PLAINTEXT://HOST:PORT'],
  ];
  for (const [key, value] of standing) {
    it(`stands for a value: ${key}=${value}`, () => assert.ok(isStandInFor(key, value)));
  }

  const meant: [string, string][] = [
    ['enable.auto.commit', 'TRUE'],
    ['retries', 'MAX_VALUE'],
    ['retries', 'INFINITY'],
    ['acks', 'ALL'],
    ['acks', 'QUORUM'],
    ['compression.type', 'GZIP'],
    ['security.protocol', 'PLAINTEXTSASL'],
    ['security.protocol', 'TLS'],
    ['inter.broker.listener.name', 'BROKER'],
    ['controller.listener.names', 'CONTROLLER'],
    ['sasl.enabled.mechanisms', 'PLAIN'],
    ['ssl.keystore.type', 'JKS'],
    ['ssl.keystore.password', 'AKIAXY7Q'],
    ['bootstrap.servers', 'LOCALHOST'],
    ['bootstrap.servers', 'kafka-broker'],
    ['bootstrap.servers', 'KAFKA1:9092'],
    ['listeners', 'PLAINTEXT'],
    ['topics', 'ORDERS'],
    // Names of listeners, and a setting's own choice in capitals, which Kafka rejects as it is written.
    ['early.start.listeners', 'EXTERNAL'],
    ['process.roles', 'BROKER'],
  ];
  for (const [key, value] of meant) it(`is meant: ${key}=${value}`, () => assert.ok(!isStandInFor(key, value)));
});
