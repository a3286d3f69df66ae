import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { targetText } from '../../client/src/statusText';

const INFO = {
  uri: 'file:///p/compose.yaml',
  role: 'broker',
  version: '3.9',
  versionSource: 'content',
  findings: { error: 0, warning: 0, information: 0, hint: 0 },
} as const;

describe('the status of a file', () => {
  it('names the one thing that it configures', () => {
    assert.equal(targetText(INFO), 'Kafka broker, 3.9 (as the file shows)');
  });

  it('names each of several with its role, and their versions where they differ', () => {
    const processes = [
      { name: 'kafka-1', role: 'broker', version: '3.9' },
      { name: 'connect', role: 'connect-distributed', version: '3.9' },
      { name: 'producer', role: 'producer', version: '3.9' },
    ];
    assert.equal(
      targetText({ ...INFO, processes }),
      'Kafka broker kafka-1, connect-distributed connect, producer, 3.9 (as the file shows)',
    );
    const mixed = [...processes.slice(0, 2), { role: 'producer', version: '4.1' }];
    assert.equal(
      targetText({ ...INFO, processes: mixed }),
      'Kafka broker kafka-1 3.9, connect-distributed connect 3.9, producer 4.1 (as the file shows)',
    );
    const many = Array.from({ length: 9 }, () => processes).flat();
    assert.ok(targetText({ ...INFO, processes: many }).includes('producer and 21 more, 3.9'));
  });
});
