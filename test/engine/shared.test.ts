import assert from 'node:assert/strict';
import { createLinter } from '../../server/src/engine/lint';
import { setEntry } from '../../server/src/rules/fixes';
import { NO_SETTINGS, parse, ruleOf } from './support';

/** Brokers of one anchor, and one with a setting of its own. */
function workspaceOf(names: readonly string[]): string {
  const services = names.map(
    (name) =>
      `  ${name}:\n    image: apache/kafka:4.1.0\n    environment:\n      <<: *common\n      KAFKA_NODE_ID: 1\n`,
  );
  return `x-common: &common\n  KAFKA_NUM_IO_THREADS: 1\nservices:\n${services.join('')}`;
}

const rule = ruleOf('a/threads', {
  roles: ['broker', 'combined', 'controller'],
  *check(reader) {
    for (const key of ['num.io.threads', 'node.id']) {
      const entry = reader.entry(key);
      if (entry) yield { span: entry.span, message: key, fixes: [{ ...setEntry(entry, '8'), safe: true }] };
    }
  },
});

function fixesFor(names: readonly string[]): { title: string; safe: boolean }[] {
  const document = parse(workspaceOf(names), '/docker-compose.yml');
  const { findings } = createLinter([rule])(document, NO_SETTINGS);
  return findings.flatMap(({ fixes }) => fixes.map(({ title, safe }) => ({ title, safe })));
}

describe('what several services share', () => {
  it('is fixed once, by a fix that names the others and is not safe; what is its own stays as it is', () => {
    assert.deepEqual(fixesFor(['kafka-1', 'kafka-2']), [
      { title: 'Set KAFKA_NUM_IO_THREADS to 8, also in kafka-2', safe: false },
      { title: 'Set KAFKA_NODE_ID to 8', safe: true },
      { title: 'Set KAFKA_NODE_ID to 8', safe: true },
    ]);
  });

  it('concerns nobody else where there is one service', () => {
    assert.deepEqual(fixesFor(['kafka-1']), [
      { title: 'Set KAFKA_NUM_IO_THREADS to 8', safe: true },
      { title: 'Set KAFKA_NODE_ID to 8', safe: true },
    ]);
  });

  it('names three of the others, and how many more there are', () => {
    const titles = (count: number) => fixesFor(Array.from({ length: count }, (_, index) => `k${index}`))[0]?.title;
    assert.equal(titles(4), 'Set KAFKA_NUM_IO_THREADS to 8, also in k1, k2, k3');
    assert.equal(titles(6), 'Set KAFKA_NUM_IO_THREADS to 8, also in k1, k2, k3 and 2 more');
  });
});
