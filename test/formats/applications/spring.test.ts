import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { type Judged, wrongSettings } from './springVerdicts';

const RECORDED = new URL('./expectations/spring.json', import.meta.url);

describe('properties and variables of Spring Boot', () => {
  it('give clients what Boot’s own binder was recorded to give them', () => {
    const recorded: readonly Judged[] = JSON.parse(readFileSync(RECORDED, 'utf8'));
    assert.ok(recorded.filter(({ clients }) => clients !== 'refused').length > 60);
    assert.deepEqual(wrongSettings(recorded), []);
  });
});
