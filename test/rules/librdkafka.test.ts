import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { lint } from '../../server/src/engine/lint';
import { parseDocument } from '../../server/src/formats/registry';

interface Recorded {
  readonly role: string;
  readonly pairs: readonly string[];
  readonly said: string;
}

/** What librdkafka itself said, as tools/librdkafka wrote it down. */
const VERDICTS: readonly Recorded[] = readFileSync(new URL('fixtures/librdkafka-verdicts.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'))
  .map((cells) => ({ role: cells[0] ?? '', pairs: cells.slice(1, -1), said: cells.at(-1) ?? '' }));

const CLASSES: Readonly<Record<string, string>> = { producer: 'Producer', consumer: 'KafkaConsumer' };

/** The errors that a client made with these settings gets. */
function errorsFor({ role, pairs }: Recorded): readonly string[] {
  const options = pairs.map((pair) => {
    const at = pair.indexOf('=');
    return `'${pair.slice(0, at)}': '${pair.slice(at + 1)}'`;
  });
  // The judge's librdkafka is that of Confluent's client, which is imported by its own name here.
  const text = `import Kafka from '@confluentinc/kafka-javascript';\nnew Kafka.${CLASSES[role]}({ ${options.join(', ')} });\n`;
  const document = parseDocument({ uri: 'file:///project/client.ts', path: '/project/client.ts', text, hints: {} });
  assert.ok(document);
  const { findings } = lint(document, { severityOf: () => undefined });
  return findings.filter(({ severity }) => severity === 'error').map(({ rule, message }) => `${rule}: ${message}`);
}

/** Settings whose range has grown since the release that node-rdkafka has. */
const isNewer = ({ pairs }: Recorded): boolean => pairs.some((pair) => pair.startsWith('fetch.min.bytes='));

describe('librdkafka’s own verdicts', () => {
  it('are on enough settings, both ways', () => {
    assert.ok(VERDICTS.filter(({ said }) => said === 'fine').length > 200);
    assert.ok(VERDICTS.filter(({ said }) => said !== 'fine').length > 200);
  });

  it('refuse all that is called an error', () => {
    const wrong = VERDICTS.filter((one) => one.said === 'fine' && !isNewer(one) && errorsFor(one).length > 0);
    assert.deepEqual(wrong, []);
  });

  it('are found out for all that they refuse', () => {
    const missed = VERDICTS.filter((one) => one.said !== 'fine' && errorsFor(one).length === 0);
    assert.deepEqual(missed, []);
  });
});
