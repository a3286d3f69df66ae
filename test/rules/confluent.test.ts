import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { lint } from '../../server/src/engine/lint';
import { parseDocument } from '../../server/src/formats/registry';

interface Recorded {
  readonly method: string;
  readonly options: string;
  readonly said: string;
}

/** What the library itself said, as tools/clients/judge-confluent.mjs wrote it down. */
const VERDICTS: readonly Recorded[] = readFileSync(new URL('fixtures/confluent-verdicts.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'))
  .map(([method = '', options = '', said = '']) => ({ method, options, said }));

const HEAD = `import { KafkaJS } from '@confluentinc/kafka-javascript';\n`;
const OWNERS: Readonly<Record<string, string>> = { send: 'producer', sendBatch: 'producer', sendOffsets: 'producer' };

function codeFor({ method, options }: Recorded): string {
  if (method === 'Kafka') return `${HEAD}new KafkaJS.Kafka(${options});\n`;
  const kafka = `${HEAD}const kafka = new KafkaJS.Kafka({ kafkaJS: { brokers: ['a:9092'] } });\n`;
  if (method === 'producer' || method === 'consumer') return `${kafka}kafka.${method}(${options});\n`;
  return `${kafka}const client = kafka.${OWNERS[method] ?? 'consumer'}();\nawait client.${method}(${options});\n`;
}

function errorsFor(recorded: Recorded): readonly string[] {
  const text = codeFor(recorded);
  const document = parseDocument({ uri: 'file:///project/client.ts', path: '/project/client.ts', text, hints: {} });
  assert.ok(document);
  const { findings } = lint(document, { severityOf: () => undefined });
  return findings.filter(({ rule }) => rule.startsWith('confluent/')).map(({ message }) => message);
}

describe('Confluent’s client', () => {
  it('was asked about enough options, both ways', () => {
    assert.ok(VERDICTS.filter(({ said }) => said === 'fine').length > 30);
    assert.ok(VERDICTS.filter(({ said }) => said !== 'fine').length > 30);
  });

  it('throws for all options that are said to be unsupported', () => {
    assert.deepEqual(
      VERDICTS.filter((one) => one.said === 'fine' && errorsFor(one).length > 0),
      [],
    );
  });

  it('throws for no option that is not said to be unsupported', () => {
    assert.deepEqual(
      VERDICTS.filter((one) => one.said !== 'fine' && errorsFor(one).length === 0),
      [],
    );
  });
});
