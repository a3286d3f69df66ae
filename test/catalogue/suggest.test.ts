import assert from 'node:assert/strict';
import fc from 'fast-check';
import { settingsOf } from '../../server/src/catalogue/catalogue';
import { editDistance, suggest } from '../../server/src/catalogue/suggest';

/** Damerau's distance as the textbook has it. */
function textbookDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const swap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      const replace = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const row = rows[i];
      if (row) row[j] = Math.min(replace, at(i - 1, j) + 1, at(i, j - 1) + 1, swap);
    }
  }
  return at(a.length, b.length);
}

const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '.'), maxLength: 9 });
const KEYS = settingsOf('broker', '4.0')
  .filter((setting) => !setting.internal)
  .map((setting) => setting.key);

describe('suggestions', () => {
  it('measures as the textbook does, up to the bound', () => {
    fc.assert(
      fc.property(words, words, fc.integer({ min: 1, max: 5 }), (a, b, bound) => {
        assert.equal(Math.min(editDistance(a, b, bound), bound), Math.min(textbookDistance(a, b), bound));
      }),
    );
  });

  it('finds a key again after two slips of the pen, or one that is as near', () => {
    const slips = fc.tuple(fc.nat(), fc.constantFrom('drop', 'swap', 'double'));
    fc.assert(
      fc.property(fc.constantFrom(...KEYS.filter((key) => key.length >= 10)), slips, slips, (key, first, second) => {
        const typed = slip(slip(key, first), second);
        // Two slips at one place can be three edits, which no longer look like a slip.
        fc.pre(!KEYS.includes(typed) && textbookDistance(typed, key) <= 2);
        const found = suggest('broker', typed, '4.0');
        assert.ok(found !== undefined, typed);
        assert.ok(
          textbookDistance(typed, found) <= textbookDistance(typed, key) || plain(found) === plain(typed),
          found,
        );
      }),
    );
  });

  it('suggests nothing for a key that is right, or like no other', () => {
    assert.equal(suggest('broker', 'num.io.threads', '4.0'), undefined);
    assert.equal(suggest('broker', 'shop.owner', '4.0'), undefined);
  });

  it('overlooks case and separators', () => {
    assert.equal(suggest('producer', 'batchSize', '4.0'), 'batch.size');
    assert.equal(suggest('broker', 'LOG_DIRS', '4.0'), 'log.dirs');
  });
});

function slip(word: string, [place, kind]: readonly [number, string]): string {
  const at = place % (word.length - 1);
  const [a = '', b = ''] = [word[at], word[at + 1]];
  const between = kind === 'drop' ? b : kind === 'swap' ? b + a : a + a + b;
  return word.slice(0, at) + between + word.slice(at + 2);
}

function plain(key: string): string {
  return key.toLowerCase().replace(/[._-]/g, '');
}
