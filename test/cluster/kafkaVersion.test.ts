import assert from 'node:assert/strict';
import type { ApiSupport } from '../../server/src/cluster/api/call';
import { kafkaVersion } from '../../server/src/cluster/assemble/kafkaVersion';

const noFeature = (maxima: Readonly<Record<number, number>>): ApiSupport => ({
  ranges: new Map(Object.entries(maxima).map(([key, max]) => [Number(key), { min: 0, max }])),
  features: new Map(),
});
const withLevel = (level: number): ApiSupport => ({
  ranges: new Map(),
  features: new Map([['metadata.version', level]]),
});

/** The production level of `metadata.version` that the newest patch of each line declares. */
const LEVELS = {
  7: '3.3',
  8: '3.4',
  11: '3.5',
  14: '3.6',
  19: '3.7',
  20: '3.8',
  21: '3.9',
  25: '4.0',
  27: '4.1',
  29: '4.2',
  30: '4.3',
  33: '4.4',
};

describe('the Kafka version', () => {
  it('follows from the level of metadata.version that the brokers know', () => {
    for (const [level, line] of Object.entries(LEVELS)) assert.equal(kafkaVersion([withLevel(Number(level))]), line);
    assert.equal(kafkaVersion([withLevel(40)]), '4.5+');
  });

  it('follows from the API versions where there is no such level', () => {
    assert.equal(kafkaVersion([noFeature({ 1: 12, 9: 7, 11: 7, 60: 0 })]), '2.8');
    assert.equal(kafkaVersion([noFeature({ 1: 13, 9: 8, 11: 7, 60: 0 })]), '3.1');
    assert.equal(kafkaVersion([noFeature({ 1: 17, 2: 9, 9: 9, 11: 9, 16: 5, 60: 1 })]), '3.9');
  });

  it('is a range amid an upgrade, and absent when nothing tells', () => {
    assert.equal(kafkaVersion([withLevel(25), withLevel(21), withLevel(25)]), '3.9 to 4.0');
    assert.equal(kafkaVersion([noFeature({ 3: 5 })]), undefined);
    assert.equal(kafkaVersion([]), undefined);
  });
});
