import assert from 'node:assert/strict';
import { needsKafka } from '../harness/needsKafka';
import { type LiveCase, liveCases } from './cases';
import { type LiveSession, openSession } from './session';

/** A few of what `npm run livecheck` starts: each release, and each way to run a node. */
const FEW = [
  'broker/inter-broker-invalid',
  'broker/controller-listener-placement',
  'broker/zookeeper-config-on-4x',
  'kafka/rejected-combination',
];

describe('mistakes that Kafka does not start with', function () {
  needsKafka(this);
  const cases = liveCases();
  let session: LiveSession;
  before(() => {
    session = openSession();
  });
  after(() => session?.dispose());

  it('are in the pages of many rules', () => {
    assert.ok(cases.length >= 30, `There are ${cases.length}.`);
  });

  for (const rule of FEW) {
    const live = cases.find((one) => one.rule === rule) ?? assert.fail(`${rule} has no example.`);
    it(`${rule}: Kafka ${live.release} refuses the example, and starts with its fix`, () => holds(session, live));
  }
});

async function holds(session: LiveSession, live: LiveCase): Promise<void> {
  const bad = await session.attempt(live, live.bad);
  assert.equal(bad.started, false, live.bad);
  assert.match(bad.said, /Exception/);
  for (const { text } of live.mended) assert.deepEqual(await session.attempt(live, text), { started: true, said: '' });
}
