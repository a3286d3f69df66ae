import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keysOf } from '../../server/src/catalogue/catalogue';
import { lint } from '../../server/src/engine/lint';
import { parseDocument } from '../../server/src/formats/registry';

const ROLES = ['broker', 'producer', 'consumer', 'admin', 'client', 'topic', 'connect-distributed', 'streams'] as const;
const KEYS = [...new Set(ROLES.flatMap((role) => keysOf(role)))];
const keys = fc.oneof(fc.constantFrom(...KEYS), fc.constantFrom('shop.owner', 'num.io.thread', 'batchSize', 'acks.'));
const values = fc.constantFrom(
  ...[
    '',
    '0',
    '-1',
    '5',
    '16KB',
    '1_000',
    '"5"',
    "'all'",
    'all # sure',
    '5 ! five',
    'yes',
    'ALL',
    'compact,x',
    '{{ x }}',
  ],
);
const lines = fc.tuple(keys, values).map(([key, value]) => `${key}=${value}`);

describe('generic findings', () => {
  it('come one an entry, and none of them fails', () => {
    const files = fc.tuple(fc.constantFrom(...ROLES), fc.array(lines, { minLength: 1, maxLength: 12 }));
    fc.assert(
      fc.property(files, ([role, entries]) => {
        const text = `${entries.join('\n')}\n`;
        const path = `/project/${role}.properties`;
        const document = parseDocument({ uri: `file://${path}`, path, text, hints: { role } });
        assert.ok(document);
        const { findings, failures } = lint(document, { severityOf: () => undefined });
        assert.deepEqual(failures, []);
        const generic = findings.filter(
          ({ rule }) => rule.startsWith('properties/') || rule === 'topic/unknown-config',
        );
        for (const { span } of document.entries) {
          const own = generic.filter((finding) => finding.span.start >= span.start && finding.span.end <= span.end);
          assert.ok(own.length <= 1, `${text.slice(span.start, span.end)}: ${own.map(({ rule }) => rule).join(', ')}`);
        }
      }),
    );
  });
});
