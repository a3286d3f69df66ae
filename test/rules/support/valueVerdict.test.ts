import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { settingAt } from '../../../server/src/catalogue/catalogue';
import { ROLES } from '../../../server/src/model/scope';
import { parseVersion } from '../../../server/src/model/version';
import { refusalByAll } from '../../../server/src/rules/properties/support/valueVerdict';

const RECORDED = readFileSync(new URL('../fixtures/config-def-verdicts.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

/** Old definitions take any text for these, and the client that is made with it refuses it. */
const IS_CHECKED_LATER = /^(?:compression\.type|security\.protocol)$/;

describe('values as ConfigDef judges them', () => {
  it('refuses and takes what Kafka was recorded to refuse and take', () => {
    const wrong = RECORDED.filter((line) => {
      const [versionText = '', roleText, key = '', value = '', accepted] = line.split('\t');
      const version = parseVersion(versionText);
      const role = ROLES.find((one) => one === roleText);
      assert.ok(version && role, line);
      const setting = settingAt(role, key, version);
      assert.ok(setting, `${line}: the catalogue has no such key`);
      if (IS_CHECKED_LATER.test(key) && !setting.constraint && accepted === 'true') return false;
      return (refusalByAll([setting], value) === undefined) !== (accepted === 'true');
    });
    assert.deepEqual(wrong, []);
    assert.ok(RECORDED.length > 500);
  });
});
