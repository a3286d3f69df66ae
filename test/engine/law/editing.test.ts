import assert from 'node:assert/strict';
import { compareEdits } from './editing';

describe('a linter that remembers', () => {
  it('finds in edited text what one finds that has not seen it before', function () {
    this.timeout(120_000);
    assert.deepEqual(compareEdits(400, 1), []);
  });
});
