import assert from 'node:assert/strict';
import { analyse } from 'scslre';
import { expressionsIn, type FoundExpression } from './support/expressions';

/** Expressions whose time grows faster than the text, over texts that cannot get long. */
const BOUNDED: ReadonlyMap<string, string> = new Map([
  [
    String.raw`^.*?\[?([0-9a-zA-Z\-%._:]*)\]?:([0-9]+)$`,
    'Both users of LENIENT leave addresses of over 500 characters alone.',
  ],
]);

function problemOf({ place, source, flags }: FoundExpression): string[] {
  return analyse({ source, flags }).reports.map(
    ({ exponential, character }) =>
      `${place} /${source}/: ${exponential ? 'exponential' : 'super-linear'} on many ${character.literal.source}`,
  );
}

describe('regular expressions', () => {
  const all = [...expressionsIn('server/src'), ...expressionsIn('client/src')];

  it('take time that grows with the text and not faster', () => {
    assert.ok(all.length > 400, `only ${all.length} expressions found`);
    const open = all.filter(({ source }) => !BOUNDED.has(source));
    assert.deepEqual(open.flatMap(problemOf), []);
  });

  it('are listed as bounded only where that is needed', () => {
    const needed = all.filter((one) => BOUNDED.has(one.source) && problemOf(one).length > 0);
    assert.deepEqual(new Set(needed.map(({ source }) => source)), new Set(BOUNDED.keys()));
  });

  it('are told to be slow where they are', () => {
    const slow = ['(?:\\s*,\\s*)+$', '(?:[.\\-_][\\w-]+)*$', '\\s+$'];
    for (const source of slow) assert.notDeepEqual(problemOf({ place: '', source, flags: '' }), [], source);
  });

  it('are found also where they are put together of texts', () => {
    const joined = all.filter(({ place }) => place.startsWith('server/src/versions/buildFiles.ts'));
    assert.ok(joined.some(({ source }) => source.startsWith('org\\.apache\\.kafka:(?:kafka-clients|')));
  });
});
