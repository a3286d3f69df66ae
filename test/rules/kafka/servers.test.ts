import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { lint } from '../../../server/src/engine/lint';
import { parseDocument } from '../../../server/src/formats/registry';
import { parseVersion } from '../../../server/src/model/version';

const RECORDED = readFileSync(new URL('../fixtures/server-verdicts.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

function errorsIn(line: string): readonly string[] {
  const [versionText = '', role = '', , settings = ''] = line.split('\t');
  const version = parseVersion(versionText);
  assert.ok(version, line);
  const path = `/project/${role}.properties`;
  const text = `${settings.split(' ; ').join('\n')}\n`;
  const document = parseDocument({ uri: `file://${path}`, path, text, hints: { version } });
  assert.ok(document, line);
  const { findings } = lint(document, { severityOf: () => undefined });
  return findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

/** Listeners, logins, modes and migrations, of which most versions have a view of their own. */
describe('files of servers as each version of Kafka judges them', () => {
  it('are free of errors where Kafka was recorded to take them', () => {
    const taken = RECORDED.filter((line) => line.includes('\ttaken\t'));
    assert.ok(taken.length > 50);
    assert.deepEqual(
      taken.filter((line) => errorsIn(line).length > 0),
      [],
    );
  });

  it('have an error where Kafka was recorded to refuse them', () => {
    // Whoever starts a broker may add the listeners that its file has none of, so that these are information.
    const isOpen = (line: string) => !line.includes('listeners=') && line.includes('security.inter.broker.protocol=');
    const refused = RECORDED.filter((line) => line.includes('\trefused\t') && !isOpen(line));
    assert.ok(refused.length > 200);
    assert.deepEqual(
      refused.filter((line) => errorsIn(line).length === 0),
      [],
    );
  });
});
