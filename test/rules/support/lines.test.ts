import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineNumbers, lineOf, withoutWord } from '../../../server/src/rules/support/lines';

const texts = fc.array(fc.constantFrom('a', 'b', ' ', '\n', '\r', '\r\n')).map((parts) => parts.join(''));

describe('lines', () => {
  it('counts lines as splitting the text does', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, at) => {
        const offset = text.length === 0 ? 0 : at % text.length;
        // Between \r and \n there is no line end, so a text that is cut there is not asked about.
        fc.pre(!(text[offset - 1] === '\r' && text[offset] === '\n'));
        assert.equal(lineNumbers(text)(offset), text.slice(0, offset).split(/\r\n|[\r\n]/).length);
      }),
    );
  });

  it('takes a whole line with its end', () => {
    const cut = (text: string, word: string) => {
      const start = text.indexOf(word);
      const line = lineOf(text, { start, end: start + word.length });
      return text.slice(0, line.start) + text.slice(line.end);
    };
    assert.equal(cut('a\n# x\nb\n', 'x'), 'a\nb\n');
    assert.equal(cut('a\r\n# x\r\nb', 'x'), 'a\r\nb');
    assert.equal(cut('a\r\n# x', 'x'), 'a');
    assert.equal(cut('a\n# x', 'x'), 'a');
    assert.equal(cut('# x', 'x'), '');
  });

  it('takes a word with what parts it from its neighbours', () => {
    const cut = (text: string, word: string) => {
      const start = text.indexOf(word);
      const gone = withoutWord(text, { start, end: start + word.length });
      return text.slice(0, gone.start) + text.slice(gone.end);
    };
    assert.equal(cut('ignore x, y, z', 'x'), 'ignore y, z');
    assert.equal(cut('ignore x, y, z', 'y'), 'ignore x, z');
    assert.equal(cut('ignore x, y, z', 'z'), 'ignore x, y');
    assert.equal(cut('ignore x y -- z', 'x'), 'ignore y -- z');
    assert.equal(cut('ignore x y -- z', 'y'), 'ignore x -- z');
  });
});
