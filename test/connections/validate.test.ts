import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  checkName,
  checkTokenEndpoint,
  readBootstrapServers,
  readClusterSettings,
  readTypedServers,
} from '../../server/src/connection/validate';

describe('what people write of a cluster', () => {
  it('takes every address that Kafka takes', () => {
    const servers = (text: string) => readBootstrapServers(text);
    assert.deepEqual(servers('a:9092'), { value: ['a:9092'] });
    assert.deepEqual(servers(' a:9092 , b.c-d_e:19092,,a:9092 '), { value: ['a:9092', 'b.c-d_e:19092'] });
    assert.deepEqual(servers('[::1]:9092,[fe80::1%eth0]:9093'), { value: ['[::1]:9092', '[fe80::1%eth0]:9093'] });
    assert.deepEqual(servers('SASL_SSL://a:9092'), { value: ['a:9092'] });
    assert.deepEqual(servers('10.0.0.1:09092'), { value: ['10.0.0.1:9092'] });
  });

  for (const [text, problem] of [
    ['', 'Write at least one broker as host:port, such as broker1:9092.'],
    [' , ', 'Write at least one broker as host:port, such as broker1:9092.'],
    ['broker1', "broker1 has no port: write broker1:9092 if it listens on Kafka's usual one."],
    ['a:9092;b:9092', 'Separate brokers with commas: “a:9092;b:9092” has other characters.'],
    ['a:9092 b:9092', 'Separate brokers with commas: “a:9092 b:9092” has other characters.'],
    ['http://a:9092', 'http://a:9092 is a web address: write host:port alone.'],
    ['a:http', 'The port of a:http is not a number.'],
    ['a:', 'The port of a: is not a number.'],
    ['a:0', 'Port 0 is not between 1 and 65535.'],
    ['a:65536', 'Port 65536 is not between 1 and 65535.'],
    [':9092', ':9092 has no host in front of the port.'],
    ['fe80::1', 'Write the IPv6 address in brackets and with its port: [fe80::1]:9092.'],
    ['a/b:9092', 'a/b is no host name.'],
  ] as const) {
    it(`refuses ${JSON.stringify(text)} with a reason`, () => {
      assert.deepEqual(readBootstrapServers(text), { problem });
    });
  }

  it('takes a host alone for one on Kafka’s usual port, where a person types it', () => {
    assert.deepEqual(readTypedServers('kafka'), { value: ['kafka:9092'] });
    assert.deepEqual(readTypedServers('a.b, [::1], c:19092'), { value: ['a.b:9092', '[::1]:9092', 'c:19092'] });
    assert.ok('problem' in readTypedServers('a b'));
    assert.ok('problem' in readTypedServers('fe80::1'));
    assert.ok('problem' in readTypedServers(' '));
  });

  it('wants a name of its own', () => {
    assert.equal(checkName('prod', ['test']), undefined);
    assert.equal(checkName(' prod ', ['prod']), 'There is a cluster prod already.');
    assert.match(checkName(' ', []) ?? '', /Give the cluster a name/);
  });

  it('sends a client secret to nobody who listens on the way', () => {
    assert.equal(checkTokenEndpoint('https://login.example.com/token'), undefined);
    assert.equal(checkTokenEndpoint('http://localhost:8080/token'), undefined);
    assert.equal(checkTokenEndpoint('http://keycloak:8080/token'), undefined);
    assert.match(checkTokenEndpoint('http://login.example.com/token') ?? '', /must begin with https/);
    assert.match(checkTokenEndpoint('https://me:secret@login.example.com/') ?? '', /Leave user and password out/);
    assert.match(checkTokenEndpoint('login.example.com') ?? '', /whole address/);
  });

  it('reads clusters of the settings, and says what is wrong in them', () => {
    assert.deepEqual(readClusterSettings({ name: 'dev', bootstrapServers: 'a:1' }), {
      value: { name: 'dev', bootstrapServers: ['a:1'], securityProtocol: 'PLAINTEXT' },
    });
    const oauth = { mechanism: 'OAUTHBEARER', tokenEndpoint: 'https://x/t', clientId: 'c', scope: 's' };
    const whole = {
      name: 'prod',
      bootstrapServers: ['a:1', 'b:2'],
      securityProtocol: 'SASL_SSL',
      sasl: oauth,
      tls: { caFile: '/ca.pem', verifyHostname: false },
    };
    assert.deepEqual(readClusterSettings(whole), { value: whole });
    const problem = (raw: unknown) => Object.values(readClusterSettings(raw))[0];
    assert.match(String(problem({ ...whole, bootstrapServers: 'a' })), /^prod: a has no port/);
    assert.match(String(problem({ ...whole, securityProtocol: 'TLS' })), /^prod: securityProtocol is one of/);
    assert.match(String(problem({ ...whole, sasl: { mechanism: 'PLAIN' } })), /^prod: sasl.username is missing/);
    assert.match(String(problem({ ...whole, sasl: undefined })), /^prod: sasl.mechanism is one of/);
    assert.match(String(problem('prod')), /an object with a name/);
  });
});
