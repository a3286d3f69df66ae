import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { lint } from '../../server/src/engine/lint';
import { fixActions } from '../../server/src/features/fixActions';
import { parseDocument } from '../../server/src/formats/registry';
import { applyTextEdits } from '../../server/src/model/edit';

const node = (id: number, environment: string): string =>
  `  kafka-${id}:\n    image: apache/kafka:4.0.0\n    environment:\n      KAFKA_NODE_ID: ${id}\n${environment}`;

/** What each fix of the findings of one rule is called, and what it leaves. */
function fixes(text: string, rule: string): { title: string; after: string }[] {
  const path = '/p/docker-compose.yml';
  const document = parseDocument({ uri: `file://${path}`, path, text }) ?? assert.fail();
  const { findings } = lint(document, { severityOf: () => undefined });
  return findings
    .filter((finding) => finding.rule === rule)
    .flatMap((finding) => fixActions(document, finding))
    .map(({ title, edits }) => ({ title, after: applyTextEdits(text, edits) }));
}

describe('what several services share', () => {
  const common = 'x-common: &common\n  KAFKA_PROCESS_ROLES: broker\n  KAFKA_NUM_IO_THREADS: 0\nservices:\n';
  const merged = '      <<: *common\n';

  it('is told once, and changed once, with the names of the others', () => {
    const text = common + node(1, merged) + node(2, merged);
    assert.deepEqual(fixes(text, 'properties/invalid-value'), [
      {
        title: 'Set KAFKA_NUM_IO_THREADS to 1, also in kafka-2',
        after: text.replace('THREADS: 0', 'THREADS: 1'),
      },
    ]);
  });

  it('gets no setting that is meant for one of them', () => {
    const own = node(1, merged) + node(2, merged);
    const [first] = fixes(common + own, 'broker/retention-policy-missing');
    assert.equal(
      first?.after,
      common +
        own.replace(
          '    environment:\n      KAFKA_NODE_ID: 1\n      <<: *common\n',
          '    environment:\n      KAFKA_NODE_ID: 1\n      <<: *common\n      KAFKA_LOG_RETENTION_HOURS: 168\n',
        ),
    );
    const anchored = `services:\n${node(1, '      KAFKA_PROCESS_ROLES: broker\n').replace('environment:', 'environment: &env')}  kafka-2:\n    image: apache/kafka:4.0.0\n    environment: *env\n`;
    assert.deepEqual(fixes(anchored, 'broker/retention-policy-missing'), []);
  });
});
