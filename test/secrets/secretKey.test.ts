import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { keysOf, NEWEST_VERSION, settingAt } from '../../server/src/catalogue/catalogue';
import { ROLES } from '../../server/src/model/scope';
import { isSecretKey } from '../../server/src/secrets/secretKey';

describe('a key that holds a secret', () => {
  const SECRET = [
    ['ssl.keystore.password', 'ssl.keystore.pasword', 'ssl.keystore.passwrod', 'sasl.jaas.confg', 'sasl.jass.config'],
    [
      'database.password',
      'db_pwd',
      'connection.passwd',
      'basic.auth.user.info',
      'schema.registry.basic.auth.user.info',
    ],
    ['SASL_PASSWORD', 'saslPassword', 'ssl.passphrase', 'aws.secret.access.key', 'secretAccessKey', 'sessionToken'],
    ['client.secert', 'oauth.clientSecret', 'api_key', 'apiKey', 'ssl.keystore.key', 'MASTER_KEY', 'azure.credentials'],
    ['user_admin', 'listener.name.sasl_ssl.scram-sha-256.sasl.jaas.config', 'auth.tokn', 'my.acces.token'],
  ].flat();
  for (const key of SECRET) it(`is ${key}`, () => assert.equal(isSecretKey(key), true));

  const HARMLESS = [
    ['key', 'key.serializer', 'sasl.oauthbearer.token.endpoint.url', 'ssl.keystore.location', 'bootstrap.servers'],
    ['password.encoder.iterations', 'delegation.token.expiry.time.ms', 'linger.ms', 'taken.topics', 'broker.id'],
    ['kafka.password.file', 'sasl.mechanism', 'transactional.id', 'security.protocol', 'ssl.truststore.certificates'],
    ['bypass.proxy', 'compass.direction', 'group.id', 'partition.assignment.strategy', 'has.headers', 'transforms'],
  ].flat();
  for (const key of HARMLESS) it(`is not ${key}`, () => assert.equal(isSecretKey(key), false));

  it('is each of type PASSWORD, and of the others only what could be one', () => {
    const taken = new Set<string>();
    for (const role of ROLES) {
      for (const key of keysOf(role)) {
        const type = settingAt(role, key, NEWEST_VERSION)?.type;
        if (type === 'PASSWORD' && key !== 'ssl.truststore.certificates' && key !== 'ssl.keystore.certificate.chain') {
          assert.ok(isSecretKey(key), key);
        } else if (type && type !== 'PASSWORD' && isSecretKey(key)) taken.add(key);
      }
    }
    assert.deepEqual([...taken].sort(), []);
  });
});
