import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { completionAt } from '../../../server/src/features/completion/completion';
import { hoverAt, plainText } from '../../../server/src/features/hover';
import { inlayHints } from '../../../server/src/features/inlayHints';
import { marked } from '../support';

/** The document of statements that fill the settings of a producer in Java, and the marks in it. */
function inProducer(statements: string): ReturnType<typeof marked> {
  const text = `import java.util.*;
import org.apache.kafka.clients.producer.*;
class Orders {
  KafkaProducer<String, String> producer() {
    Properties props = new Properties();
    ${statements}
    return new KafkaProducer<>(props);
  }
}
`;
  return marked(text, '/project/src/Orders.java');
}

function hoverIn(statements: string): string {
  const { document, marks } = inProducer(statements);
  const found = hoverAt(document, marks[0] ?? 0);
  return found ? plainText(found.markdown) : '';
}

function offeredIn(statements: string): readonly string[] {
  const { document, marks } = inProducer(statements);
  return completionAt(document, marks[0] ?? 0)?.items.map(({ label }) => label) ?? [];
}

describe('settings of Kafka in Java', () => {
  it('are explained at their key and at their value', () => {
    assert.match(hoverIn('props.put(ProducerConfig.BATCH_|SIZE_CONFIG, 64 * 1024);'), /^batch\.size · producer/);
    assert.match(hoverIn('props.put("batch.size", 64 *| 1024);'), /Here: 65536 = 64 KiB/);
  });

  it('are nothing at the rest of their statement', () => {
    assert.equal(hoverIn('pr|ops.put("batch.size", 1024);'), '');
    assert.equal(hoverIn('String batch = "batch.si|ze";'), '');
  });

  it('have hints behind their numbers', () => {
    const { document } = inProducer('props.put("batch.size", 64 * 1024);');
    const hints = inlayHints(document, { start: 0, end: document.text.length });
    assert.deepEqual(
      hints.map(({ offset, label }) => [document.text.slice(offset - 4, offset), label]),
      [['1024', '64 KiB']],
    );
  });

  it('are completed in strings: keys that are not set yet, and values', () => {
    assert.ok(offeredIn('props.put("lin|", 5);').includes('linger.ms'));
    assert.ok(offeredIn('props.put("acks", "al|");').includes('all'));
    assert.deepEqual(offeredIn('props.put(ProducerConfig.AC|KS_CONFIG, "all");'), []);
  });
});
