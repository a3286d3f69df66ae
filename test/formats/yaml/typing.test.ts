import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { completionAt } from '../../../server/src/features/completion/completion';
import { applyTextEdits } from '../../../server/src/model/edit';
import { marked } from '../../features/support';

/** The text after the suggestion for Kafka's key has been taken at the `|`; undefined when there is none. */
function typed(text: string, key: RegExp, path = '/p/docker-compose.yml'): string | undefined {
  const { document, marks } = marked(text, path);
  const found = completionAt(document, marks[0] ?? 0);
  const item = found?.items.find(({ label }) => key.test(label));
  return found && item && applyTextEdits(document.text, [{ span: found.whole, newText: item.text }]);
}

const service = (environment: string): string =>
  `services:\n  kafka:\n    image: apache/kafka:4.0.0\n    environment:\n${environment}\n    ports: []\n`;

const spring = (lines: string): string => `spring:\n  kafka:\n    producer:\n${lines}`;

describe('a key that is typed into YAML', () => {
  it('is written as its neighbors are', () => {
    for (const [before, after] of [
      ['      KAFKA_NODE_ID: 1\n      |', '      KAFKA_NODE_ID: 1\n      KAFKA_NUM_PARTITIONS: 1'],
      ['      |\n      KAFKA_NODE_ID: 1', '      KAFKA_NUM_PARTITIONS: 1\n      KAFKA_NODE_ID: 1'],
      ['      KAFKA_NODE_ID: 1\n      KAFKA_NU|M', '      KAFKA_NODE_ID: 1\n      KAFKA_NUM_PARTITIONS: 1'],
      ['    - KAFKA_NODE_ID=1\n    |', '    - KAFKA_NODE_ID=1\n    - KAFKA_NUM_PARTITIONS=1'],
      ['    - KAFKA_NODE_ID=1\n    - |', '    - KAFKA_NODE_ID=1\n    - KAFKA_NUM_PARTITIONS=1'],
      ['    - KAFKA_NODE_ID=1\n    - KAFKA|', '    - KAFKA_NODE_ID=1\n    - KAFKA_NUM_PARTITIONS=1'],
    ])
      assert.equal(typed(service(before ?? ''), /NUM_PARTITIONS/), service(after ?? ''));
  });

  it('goes by the map that it is in', () => {
    const inside = 'acks: all\n      properties:\n        batch.size: 1\n        |\n';
    assert.equal(
      typed(spring(`      ${inside}`), /linger/, '/p/application.yml'),
      spring(`      ${inside.replace('|', 'linger.ms: 5')}`),
    );
    const beside = '      acks: all\n      |\n      properties:\n        batch.size: 1\n';
    assert.equal(
      typed(spring(beside), /^compression/, '/p/application.yml'),
      spring(beside.replace('|', 'compression-type: none')),
    );
  });

  it('is offered only where a setting can stand', () => {
    for (const text of [
      service('      KAFKA_NODE_ID: 1\n    |'),
      service('      KAFKA_NODE_ID: 1\n        |'),
      service('      KAFKA_NODE_ID: 1').replace('ports: []', 'ports: [|]'),
    ])
      assert.equal(typed(text, /./), undefined);
  });
});
