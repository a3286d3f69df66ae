import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { reportSarif } from '../../server/src/cli/reporters/sarif';
import { reportText } from '../../server/src/cli/reporters/text';
import type { FileResult } from '../../server/src/cli/result';
import type { Finding } from '../../server/src/model/finding';

const cwd = resolve('/project');
const finding: Finding = {
  rule: 'producer/no-batching',
  severity: 'warning',
  message: 'Both files disagree.',
  span: { start: 0, end: 4 },
  fixes: [],
  related: [
    {
      span: { start: 20, end: 24 },
      message: 'The broker says otherwise.',
      foreign: {
        uri: pathToFileURL(resolve('/project/a b/server.properties')).href,
        start: { line: 2, character: 0 },
        end: { line: 2, character: 4 },
      },
    },
  ],
};
const result: FileResult = {
  file: 'producer.properties',
  text: 'acks=all\n',
  findings: [finding],
  development: false,
  secrets: () => [],
};

describe('places in other files', () => {
  it('are named in text, with line and column', () => {
    const text = reportText([result], { color: false, filesLinted: 1, known: 0, cwd });
    assert.match(text, /^ {2}a b\/server\.properties:3:1: The broker says otherwise\.$/m);
  });

  it('are related locations in SARIF', () => {
    const [found] = JSON.parse(reportSarif([result], { version: '1.0.0', cwd })).runs[0].results;
    const [{ physicalLocation, message }] = found.relatedLocations;
    assert.deepEqual(physicalLocation, {
      artifactLocation: { uri: 'a%20b/server.properties' },
      region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 5 },
    });
    assert.equal(message.text, 'The broker says otherwise.');
  });
});
