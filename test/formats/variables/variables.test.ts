import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { type Judged, wrongVariables } from './verdicts';

const RECORDED = new URL('./expectations/variables.json', import.meta.url);

describe('variables of environment files and Dockerfiles', () => {
  it('are what Docker Compose and BuildKit were recorded to make of them', () => {
    const recorded: readonly Judged[] = JSON.parse(readFileSync(RECORDED, 'utf8'));
    assert.ok(recorded.filter(({ variables }) => variables !== 'refused').length > 100);
    assert.deepEqual(wrongVariables(recorded), []);
  });
});
