import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lint } from '../../server/src/engine/lint';
import { parseDocument, renderEdits } from '../../server/src/formats/registry';
import type { ConfigDocument } from '../../server/src/model/document';
import { applyTextEdits } from '../../server/src/model/edit';
import type { Finding } from '../../server/src/model/finding';

const LINES = [
  'acks=0',
  'acks=1',
  'enable.idempotence=true',
  'enable.idempotence=false',
  'linger.ms=0',
  'linger.ms=1000',
  'batch.size=0',
  'batch.size=1000000',
  'buffer.memory=100000',
  'max.request.size=300000',
  'compression.type=none',
  'retries=0',
  'max.in.flight.requests.per.connection=9',
  'request.timeout.ms=30000',
  'request.timeout.ms=1000',
  'delivery.timeout.ms=30000',
  'delivery.timeout.ms=20000',
  'max.block.ms=10',
];

const keyOf = (line: string): string => line.slice(0, line.indexOf('='));
/** No key twice: whoever removes one of two lines has the other count. */
const settings = fc.uniqueArray(fc.constantFrom(...LINES), { maxLength: 5, selector: keyOf });

function parse(text: string): ConfigDocument {
  const path = '/shop/producer.properties';
  return parseDocument({ uri: path, path, text, hints: { role: 'producer' } }) as ConfigDocument;
}

const findingsIn = (document: ConfigDocument): readonly Finding[] =>
  lint(document, { severityOf: () => undefined }).findings;

const errorsIn = (document: ConfigDocument): string[] =>
  findingsIn(document).flatMap(({ rule, severity }) => (severity === 'error' ? [rule] : []));

/** The texts that the fixes of a document's findings leave. */
function fixed(document: ConfigDocument): string[] {
  return findingsIn(document).flatMap(({ fixes }) =>
    fixes.map(({ edits }) => applyTextEdits(document.text, renderEdits(document, edits))),
  );
}

describe('one fix after another', () => {
  it('brings no error into a producer’s file that had none left', () => {
    fc.assert(
      fc.property(settings, fc.nat(), fc.nat(), (lines, first, second) => {
        let document = parse(`bootstrap.servers=a:9092\n${lines.join('\n')}\n`);
        for (const choice of [first, second]) {
          const texts = fixed(document);
          const text = texts[choice % Math.max(texts.length, 1)];
          if (text === undefined) return;
          const before = new Set(errorsIn(document));
          document = parse(text);
          assert.deepEqual(
            errorsIn(document).filter((rule) => !before.has(rule)),
            [],
            text,
          );
        }
      }),
      { numRuns: 1000 },
    );
  });
});
