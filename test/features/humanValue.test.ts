import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { humanValue } from '../../server/src/features/humanValue';

describe('a value for people', () => {
  for (const [key, value, expected] of [
    ['retention.ms', '604800000', '7 days'],
    ['retention.ms', '86400000', '1 day'],
    ['linger.ms', '1000', '1 s'],
    ['linger.ms', '1500', '1.5 s'],
    ['request.timeout.ms', '30000', '30 s'],
    ['request.timeout.ms', '100000', '100 s'],
    ['request.timeout.ms', '100001', '≈ 1.7 minutes'],
    ['log.segment.bytes', '1073741824', '1 GiB'],
    ['socket.request.max.bytes', '104857600', '100 MiB'],
    ['message.max.bytes', '1048588', '≈ 1 MiB'],
    ['batch.size', '16384', '16 KiB'],
    ['log.retention.hours', '168', '7 days'],
    ['log.retention.minutes', '120', '2 hours'],
    ['log.flush.interval.ms', '9223372036854775807', 'no limit'],
    ['retention.ms', '-1', 'no time limit'],
    ['log.retention.hours', '-1', 'no time limit'],
    ['retention.bytes', '-1', 'no size limit'],
    ['local.retention.ms', '-2', 'as retention.ms'],
    ['send.buffer.bytes', '-1', "the operating system's default"],
    ['batch.size', ' 16384 ', '16 KiB'],
  ] as const) {
    it(`${key}=${value} is ${expected}`, () => assert.equal(humanValue(key, value), expected));
  }

  for (const [key, value] of [
    ['linger.ms', '5'],
    ['linger.ms', '0'],
    ['log.retention.hours', '12'],
    ['log.retention.minutes', '90'],
    ['num.partitions', '1048576'],
    ['batch.size', '1000'],
    ['batch.size', '16k'],
    ['batch.size', ''],
    ['session.timeout.ms', '-1'],
    ['key.serializer', '86400000'],
  ] as const) {
    it(`${key}=${value} says no more than the value`, () => assert.equal(humanValue(key, value), undefined));
  }
});
