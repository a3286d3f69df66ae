import assert from 'node:assert/strict';
import { connectionScopes } from '../../server/src/features/connectionScopes';
import { parseDocument } from '../../server/src/formats/registry';

describe('addresses that several clients share', () => {
  it('are offered once to connect to, and those of each client apart', () => {
    const text = `spring:
  kafka:
    bootstrap-servers: kafka:9092
    producer:
      acks: all
    consumer:
      group-id: billing
    streams:
      bootstrap-servers: streams:9092
      application-id: totals
`;
    const path = '/project/src/main/resources/application.yml';
    const document = parseDocument({ uri: `file://${path}`, path, text, hints: {} });
    assert.ok(document);
    const servers = connectionScopes(document).map((one) => one.servers.value.text);
    assert.deepEqual(servers, ['kafka:9092', 'streams:9092']);
  });
});
