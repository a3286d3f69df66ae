import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { importKafkaJs } from '../../server/src/connection/import/kafkaJs';
import { connectionOptions, connectionScopes } from '../../server/src/features/connectionScopes';
import { parse } from '../features/support';
import { CERTIFICATE } from './support/pem';

/** What the server tells of the first `new Kafka()` with these options. */
function read(options: string, imports = "import { Kafka } from 'kafkajs';") {
  const text = `${imports}\nimport fs from 'node:fs';\nconst kafka = new Kafka(${options});\n`;
  const [found] = connectionScopes(parse(text, '/project/src/kafka.ts'));
  assert.ok(found, 'no scope was found');
  return importKafkaJs({ entries: connectionOptions(found), complete: found.scope.completeness === 'complete' });
}
const refused = (options: string) => read(options).refusals.map(({ key }) => key);
const BROKERS = "brokers: ['a:9092', 'b:9092']";

describe('connecting as code does', () => {
  it('takes brokers', () => {
    assert.deepEqual(read(`{ ${BROKERS} }`), {
      settings: { bootstrapServers: ['a:9092', 'b:9092'], securityProtocol: 'PLAINTEXT' },
      secrets: {},
      refusals: [],
    });
  });

  it('takes user and password, with and without TLS', () => {
    const sasl = "sasl: { mechanism: 'scram-sha-256', username: 'u', password: 'p' }";
    const { settings, secrets, refusals } = read(`{ ${BROKERS}, ssl: true, ${sasl} }`);
    assert.deepEqual(refusals, []);
    assert.deepEqual(settings.sasl, { mechanism: 'SCRAM-SHA-256', username: 'u' });
    assert.equal(settings.securityProtocol, 'SASL_SSL');
    assert.deepEqual(secrets, { password: 'p' });
    assert.equal(read(`{ ${BROKERS}, ssl: false, ${sasl} }`).settings.securityProtocol, 'SASL_PLAINTEXT');
    assert.equal(read(`{ ${BROKERS}, ssl: {} }`).settings.securityProtocol, 'SSL');
  });

  it('keeps a certificate that stands in the code', () => {
    const { secrets, refusals } = read(`{ ${BROKERS}, ssl: { ca: \`${CERTIFICATE}\` } }`);
    assert.deepEqual([secrets, refusals], [{ ca: CERTIFICATE }, []]);
  });

  it("takes Confluent's options in the manner of KafkaJS", () => {
    const sasl = "sasl: { mechanism: 'plain', username: 'u', password: 'p' }";
    const imports = "import { KafkaJS } from '@confluentinc/kafka-javascript';\nconst { Kafka } = KafkaJS;";
    const { settings, secrets, refusals } = read(`{ kafkaJS: { ${BROKERS}, ssl: true, ${sasl} } }`, imports);
    assert.deepEqual([settings.securityProtocol, secrets, refusals], ['SASL_SSL', { password: 'p' }, []]);
  });

  for (const [what, keys, options] of [
    ['brokers of the environment', ['brokers'], "{ brokers: process.env.BROKERS.split(',') }"],
    ['options from elsewhere', ['options'], `{ ...common, ${BROKERS} }`],
    ['security that depends', ['ssl'], `{ ${BROKERS}, ssl: isProduction }`],
    ['any certificate', ['ssl.rejectUnauthorized'], `{ ${BROKERS}, ssl: { rejectUnauthorized: false } }`],
    ['a certificate that is read', ['ssl.ca'], `{ ${BROKERS}, ssl: { ca: [fs.readFileSync('ca.pem')] } }`],
    ['a login that depends', ['sasl'], `{ ${BROKERS}, sasl: login() }`],
    [
      'a function that gets tokens',
      ['sasl.mechanism'],
      `{ ${BROKERS}, sasl: { mechanism: 'oauthbearer', oauthBearerProvider: get } }`,
    ],
    [
      'credentials of the environment, also where something stands in for them',
      ['sasl.username', 'sasl.password'],
      `{ ${BROKERS}, sasl: { mechanism: 'plain', username: process.env.U, password: process.env.P ?? 'dev' } }`,
    ],
  ] as const) {
    it(`refuses ${what}`, () => assert.deepEqual(refused(options), keys));
  }
});
