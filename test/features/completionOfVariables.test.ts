import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { completionAt } from '../../server/src/features/completion/completion';
import { parseDocument } from '../../server/src/formats/registry';

/** What is offered at the bar: the first texts, and what they take the place of. */
function offered(path: string, marked: string): { texts: string[]; typed: string } | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const document = parseDocument({ uri: path, path, text }) ?? assert.fail();
  const found = completionAt(document, offset);
  if (!found) return undefined;
  return { texts: found.items.map((item) => item.text), typed: text.slice(found.whole.start, found.whole.end) };
}

const ENV = 'KAFKA_NODE_ID=1\nKAFKA_PROCESS_ROLES=broker\n';

describe('completion of variables', () => {
  it('spells settings as the image does, without those that are set', () => {
    const { texts, typed } = offered('/p/kafka.env', `${ENV}KAFKA_LOG|`) ?? assert.fail();
    assert.equal(typed, 'KAFKA_LOG');
    assert.ok(texts.includes('KAFKA_LOG_RETENTION_MS='));
    assert.ok(!texts.some((text) => text.startsWith('KAFKA_NODE_ID')));
  });

  it('brings the instruction on a line of its own, and the name alone within one', () => {
    const head = 'FROM apache/kafka:4.1.0\nENV KAFKA_NODE_ID=1\n';
    assert.ok(offered('/p/Dockerfile', `${head}|`)?.texts.includes('ENV KAFKA_NUM_IO_THREADS=8'));
    assert.ok(offered('/p/Dockerfile', `${head}ENV |`)?.texts.includes('KAFKA_NUM_IO_THREADS=8'));
    const continued = `${head}ENV KAFKA_PROCESS_ROLES=broker \\\n  KAFKA|`;
    assert.ok(offered('/p/Dockerfile', continued)?.texts.includes('KAFKA_NUM_IO_THREADS=8'));
    assert.equal(offered('/p/Dockerfile', `${head}RUN |`), undefined);
    const unit = '[Container]\nImage=apache/kafka:4.1.0\nEnvironment=KAFKA_NODE_ID=1\n|';
    assert.ok(offered('/p/kafka.container', unit)?.texts.includes('Environment=KAFKA_NUM_IO_THREADS=8'));
  });

  it('is for the client of an application whose settings stand above', () => {
    const head = 'spring.kafka.producer.acks=all\nspring.kafka.consumer.group-id=g\n';
    const { texts } = offered('/p/application.properties', `${head}|`) ?? assert.fail();
    assert.ok(texts.includes('spring.kafka.consumer.max-poll-records=500'));
    assert.ok(texts.includes('spring.kafka.consumer.properties.session.timeout.ms=45000'));
    assert.ok(!texts.some((text) => text.startsWith('spring.kafka.producer')));
  });
});
