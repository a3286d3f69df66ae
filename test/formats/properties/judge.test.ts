import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { CORNERS } from './corners';
import { disagreements, javaVersion, ownVerdict, type Verdict } from './judge';
import { nastyDocument } from './nasty';

const RECORDED = new URL('./expectations/java.json', import.meta.url);
const LIVE_COUNT = 4000;
const SEED = 20_240_229;

describe('the properties parser against java.util.Properties', () => {
  it('agrees with what the JDK was recorded to read', () => {
    const recorded: readonly (readonly [string, Verdict])[] = JSON.parse(readFileSync(RECORDED, 'utf8'));
    assert.ok(recorded.length > CORNERS.length);
    for (const [document, verdict] of recorded)
      assert.deepEqual(ownVerdict(document), verdict, JSON.stringify(document));
  });

  it('agrees with the JDK of this machine', async () => {
    const java = javaVersion();
    if (!java) {
      console.log('      no java on the path: only the recorded expectations were checked');
      return;
    }
    const documents = fc.sample(nastyDocument, { numRuns: LIVE_COUNT, seed: SEED });
    assert.deepEqual(await disagreements([...CORNERS, ...documents]), []);
  });
});
