import assert from 'node:assert/strict';
import { FULL } from './support/capabilities';
import { TestClient } from './support/client';

/** As an editor writes the address of a document whose path has an escape in it. */
const URI = 'kafka-cluster:/my%2520cluster/broker-1.properties?kafka-1%3A9092%2Ckafka-2%3A9092';
const TEXT = `# kafka-lint role=broker version=4.3

# Set for all brokers (DYNAMIC_DEFAULT_BROKER_CONFIG)
unclean.leader.election.enable=true
`;

describe('what a running cluster is configured with', () => {
  let client: TestClient;
  before(async () => {
    client = await TestClient.start({ capabilities: FULL, initializationOptions: { copyCommand: 'editor.copy' } });
  });
  after(() => client.stop());

  it('is linted like a file, and changed by nobody: its fixes are commands to copy', async () => {
    const document = await client.open(URI, TEXT);
    const there = { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } };
    const actions = await document.actions(there);
    const [fix] = actions.filter(({ command }) => command?.command === 'editor.copy');
    assert.deepEqual(fix?.command?.arguments, [
      'kafka-configs.sh --bootstrap-server kafka-1:9092,kafka-2:9092 --entity-type brokers --entity-default --alter --add-config unclean.leader.election.enable=false',
    ]);
    assert.deepEqual(
      fix?.diagnostics?.map(({ code }) => code),
      ['broker/unclean-leader-election'],
    );
    assert.ok(actions.every(({ edit, data }) => edit === undefined && data === undefined));
  });
});
