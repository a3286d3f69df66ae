import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { draftOfRest, refusalText, wholeConnection, withHostCheck } from '../../client/src/connections/fileImport';
import { importConnection } from '../../server/src/connection/import/importConnection';

const read = (...lines: readonly string[]) => importConnection(lines.join('\n'), (path) => path);

describe('a cluster that a file names', () => {
  const file = read('bootstrap.servers=kafka-1:9092,kafka-2:9092');

  it('is called by its first broker, with a number when another is called so', () => {
    assert.equal(wholeConnection(file, [])?.settings.name, 'kafka-1');
    const other = { name: 'kafka-1', bootstrapServers: ['x:1'], securityProtocol: 'PLAINTEXT' } as const;
    assert.equal(wholeConnection(file, [other])?.settings.name, 'kafka-1 2');
  });

  it('is called by host and port where the host tells nothing', () => {
    for (const server of ['127.0.0.1:19092', 'localhost:9092', '[::1]:9092']) {
      assert.equal(wholeConnection(read(`bootstrap.servers=${server}`), [])?.settings.name, server);
    }
  });

  it('is the one that is known already when it is reached in the same way', () => {
    const same = {
      name: 'dev',
      bootstrapServers: ['kafka-2:9092', 'kafka-1:9092'],
      securityProtocol: 'PLAINTEXT',
    } as const;
    assert.equal(wholeConnection(file, [same])?.settings.name, 'dev');
  });

  it('is none when something was refused, and all reasons are told', () => {
    const refused = read('security.protocol=SASL_SSL', 'ssl.truststore.location=a.jks');
    assert.equal(wholeConnection(refused, []), undefined);
    const { message, detail } = refusalText(refused.refusals);
    assert.match(message, /^bootstrap\.servers is missing.* \(and 2 more\)$/);
    assert.match(detail, /keytool -list/);
    assert.match(detail, /Kerberos/);
  });

  it('is first reached with host names checked, though the file turns that off', () => {
    const lines = ['bootstrap.servers=k:1', 'security.protocol=SSL', 'ssl.endpoint.identification.algorithm='];
    const careless = wholeConnection(read(...lines), []);
    assert.deepEqual(careless?.settings.tls, { verifyHostname: false });
    assert.deepEqual(careless && withHostCheck(careless), wholeConnection(read(...lines.slice(0, 2)), []));
    const withStore = [...lines, 'ssl.truststore.type=PEM', 'ssl.truststore.location=ca.pem'];
    const other = wholeConnection(read(...withStore), []);
    assert.deepEqual(other && withHostCheck(other).settings.tls, { caFile: 'ca.pem' });
  });

  it('leaves what was understood to a person who fills in the rest', () => {
    const found = read(
      'security.protocol=SASL_SSL',
      'ssl.truststore.location=a.jks',
      'sasl.mechanism=SCRAM-SHA-512',
      'sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="u" password="@pw@";',
    );
    const draft = draftOfRest(found, [], 'client.properties');
    assert.deepEqual(
      [draft.name, draft.servers, draft.securityProtocol, draft.trust, draft.identity, draft.mechanism, draft.username],
      ['client', '', 'SASL_SSL', 'file', 'none', 'SCRAM-SHA-512', 'u'],
    );
    assert.equal(draft.password, '');
    assert.equal(draftOfRest(read('bootstrap.servers=k:1', 'security.protocol=x'), [], 'a.properties').name, 'k');
  });
});
