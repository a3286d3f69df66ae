import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { plainText } from '../../client/src/shown/plainText';

/** How VS Code finds links and icons in the texts that it shows. */
const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
const ICON = /\$\([a-z0-9-]+(?:~[a-z]+)?\)/i;

describe('text of files and clusters where VS Code shows it', () => {
  it('makes no link and no icon', () => {
    assert.equal(plainText('[open](command:workbench.action.quit)'), '[open] (command:workbench.action.quit)');
    assert.equal(plainText('[x](https://a.example "t")'), '[x] (https://a.example "t")');
    assert.equal(plainText('$(error) group'), '$ (error) group');
  });

  it('makes none of whatever is put together from their parts', () => {
    const parts = ['[', ']', '(', ')', '$', 'x', 'error', 'command:a', 'https://b', ' ', '\u202e', '\0', '\n', '~spin'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 14 }), (text) => {
        const shown = plainText(text.join(''));
        assert.doesNotMatch(shown, LINK);
        assert.doesNotMatch(shown, ICON);
      }),
      { numRuns: 2000 },
    );
  });

  it('turns nothing around and hides nothing', () => {
    assert.equal(plainText('safe\u202egpj.exe\u0007\u001b[2J\nnext'), 'safegpj.exe  [2J\nnext');
  });

  it('leaves other text as it is', () => {
    const text = 'payments-eu (2 of 3) costs $5 [a] é 日本 — `x`';
    assert.equal(plainText(text), text);
  });
});
