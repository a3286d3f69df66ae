import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { lint } from '../../../server/src/engine/lint';
import { parseDocument } from '../../../server/src/formats/registry';
import { ROLES } from '../../../server/src/model/scope';
import { parseVersion } from '../../../server/src/model/version';

const RECORDED = readFileSync(new URL('../fixtures/combination-verdicts.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
/** Checks that Kafka makes only later in its start-up, so that its configuration class took these files. */
const LATER = /does not start|with tiered storage/;

/** The errors of these areas for a recorded file. */
function errorsIn(line: string): readonly string[] {
  const [versionText = '', roleText, , settings = ''] = line.split('\t');
  const version = parseVersion(versionText);
  const role = ROLES.find((one) => one === roleText);
  assert.ok(version && role, line);
  const path = `/project/${role}.properties`;
  const text = `${settings.split(' ; ').join('\n')}\n`;
  const document = parseDocument({ uri: `file://${path}`, path, text, hints: { role, version } });
  assert.ok(document, line);
  const { findings } = lint(document, { severityOf: () => undefined });
  return findings
    .filter(({ rule, severity }) => severity === 'error' && /^(?:kafka|topic|properties)\//.test(rule))
    .filter(({ message }) => role === 'topic' || !LATER.test(message) || message.includes('log.dirs'))
    .map(({ message }) => message);
}

describe('combinations as Kafka judges them', () => {
  it('calls nothing an error that Kafka was recorded to take', () => {
    const taken = RECORDED.filter((line) => line.includes('\ttaken\t'));
    assert.ok(taken.length > 100);
    assert.deepEqual(
      taken.filter((line) => errorsIn(line).length > 0),
      [],
    );
  });

  it('finds every file of a broker that Kafka was recorded to refuse', () => {
    const refused = RECORDED.filter((line) => line.includes('\tbroker\trefused\t'));
    assert.ok(refused.length > 100);
    assert.deepEqual(
      refused.filter((line) => errorsIn(line).length === 0),
      [],
    );
  });
});
