import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { completionAt } from '../../../server/src/features/completion/completion';
import { inlayHints } from '../../../server/src/features/inlayHints';
import { marked } from '../support';

function offered(path: string, text: string): readonly string[] {
  const { document, marks } = marked(text, path);
  return completionAt(document, marks[0] ?? 0)?.items.map(({ label }) => label) ?? [];
}

const python = (text: string) => offered('/project/src/app.py', text);
const CONFLUENT = 'from confluent_kafka import Producer\n';
const KAFKA = 'from kafka import KafkaProducer\n';
const GO = 'package main\n\nimport "github.com/confluentinc/confluent-kafka-go/v2/kafka"\n\n';

describe('settings of clients in Python and Go', () => {
  it('are completed by their names, but for those that are there', () => {
    const names = python(`${CONFLUENT}p = Producer({"acks": "all", "lin|"})\n`);
    assert.ok(names.includes('linger.ms') && !names.includes('acks'));
    assert.ok(python(`${KAFKA}p = KafkaProducer(acks="all", lin|)\n`).includes('linger_ms'));
    assert.ok(
      offered('/p/a.go', `${GO}var p, _ = kafka.NewProducer(&kafka.ConfigMap{"lin|"})\n`).includes('linger.ms'),
    );
  });

  it('are completed by their values', () => {
    assert.deepEqual(python(`${KAFKA}p = KafkaProducer(compression_type="|")\n`).slice(0, 2), ['gzip', 'snappy']);
  });

  it('are nothing anywhere else', () => {
    for (const text of [
      'x = {"lin|": 1}\np = Producer({})\n',
      'p = Producer({"acks": 1})\nlin|\n',
      'p = Producer({"acks": lin|})\n',
    ])
      assert.deepEqual(python(CONFLUENT + text), [], text);
  });

  it('have hints behind their numbers', () => {
    const { document } = marked(`${KAFKA}p = KafkaProducer(batch_size=65536)\n`, '/project/src/app.py');
    const hints = inlayHints(document, { start: 0, end: document.text.length });
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['64 KiB'],
    );
  });
});
