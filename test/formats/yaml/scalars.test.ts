import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Judged, wrongScalars } from './scalarVerdicts';

const RECORDED = new URL('./expectations/scalars.json', import.meta.url);

describe('plain scalars', () => {
  it('are what Docker Compose, Kubernetes and Spring were recorded to make of them', () => {
    const recorded: readonly Judged[] = JSON.parse(readFileSync(RECORDED, 'utf8'));
    assert.ok(recorded.length > 200);
    assert.deepEqual(wrongScalars(recorded), []);
  });
});
