import assert from 'node:assert/strict';
import { hasPlaceholder } from '../../server/src/recognition/placeholders';

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
  ];
  for (const value of literal) it(`has none: ${value}`, () => assert.ok(!hasPlaceholder(value)));
});
