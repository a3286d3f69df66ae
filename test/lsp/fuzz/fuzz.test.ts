import assert from 'node:assert/strict';
import { fuzz } from './fuzz';

describe('the server under random edits', () => {
  it('answers every request, fails at nothing, and finds in edited text what it finds in the same text at once', async function () {
    this.timeout(120_000);
    const { faults, requests } = await fuzz(600, 1);
    assert.deepEqual(faults, []);
    assert.equal(requests, 600);
  });
});
