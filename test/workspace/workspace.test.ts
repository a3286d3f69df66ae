import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyses } from '../../server/src/workspace/analysis';
import { settingsTable } from '../../server/src/workspace/settingsTable';
import { isIn, lastPart, pathBelow, pathOf } from '../../server/src/workspace/uris';

describe('URIs', () => {
  it('give their path without escapes', () => {
    assert.equal(pathOf('file:///a%20b/server.properties'), '/a b/server.properties');
    assert.equal(pathOf('vscode-vfs://github/o/r/x.properties?q#f'), '/o/r/x.properties');
    assert.equal(pathOf('untitled:Untitled-1'), 'Untitled-1');
    assert.equal(pathOf('file:///bad%zz'), '/bad%zz');
    assert.equal(pathOf('/plain/path'), '/plain/path');
  });

  it('lie in a folder however either is escaped, and not in one whose name only begins alike', () => {
    assert.ok(isIn('file:///c%3A/w/x.properties', 'file:///c:/w'));
    assert.ok(isIn('file:///w/x.properties', 'file:///w/'));
    assert.ok(!isIn('file:///project/x.properties', 'file:///w'));
    assert.equal(pathBelow('file:///c%3A/w/d/x.properties', 'file:///c:/w'), 'd/x.properties');
    assert.equal(lastPart('/a/b/'), 'b');
  });
});

describe('the analyses of open documents', () => {
  const table = settingsTable([{ folder: undefined, editor: {} }]);
  const text = 'bootstrap.servers=a:9092\nlinger.ms=1\nlinger.ms=5\n';
  const open = (version: number, content = text): TextDocument =>
    TextDocument.create('file:///w/producer.properties', 'properties', version, content);

  it('parse and lint each version once', () => {
    const analyses = createAnalyses();
    const first = analyses.of(open(1), table);
    assert.equal(analyses.of(open(1), table), first);
    assert.equal(first?.lint(), first?.lint());
    const second = analyses.of(open(2), table);
    assert.notEqual(second, first);
    assert.notEqual(second?.serial, first?.serial);
  });

  it('start anew when a document is forgotten or settings change', () => {
    const analyses = createAnalyses();
    const first = analyses.of(open(1), table);
    analyses.forget('file:///w/producer.properties');
    const again = analyses.of(open(1, 'motd=hello\n'), table);
    assert.equal(again, undefined);
    analyses.clear();
    const third = analyses.of(open(1), table);
    assert.ok(third && first && third.serial > first.serial);
  });

  it('are none where linting is off or the file is excluded', () => {
    for (const editor of [{ enable: false }, { exclude: ['producer.properties'] }]) {
      const off = settingsTable([{ folder: undefined, editor }]);
      assert.equal(createAnalyses().of(open(1), off), undefined);
    }
  });
});

describe('the settings of a folder', () => {
  it('add lists of the editor and of the file up, and let the file win elsewhere', () => {
    const table = settingsTable([
      {
        folder: 'file:///w',
        editor: { exclude: ['a/**'], targetVersion: '3.0', rules: { 'producer/*': 'off', 'topic/*': 'hint' } },
        file: { exclude: ['b/**'], targetVersion: '3.9', rules: { 'producer/*': 'error' } },
      },
    ]);
    const { lint, hints, enabled } = table.forDocument('file:///w/producer.properties');
    assert.deepEqual([enabled, hints.version], [true, '3.9']);
    assert.equal(lint.severityOf('producer/compression'), 'error');
    assert.equal(lint.severityOf('topic/unknown-config'), 'hint');
    assert.equal(table.forDocument('file:///w/a/producer.properties').enabled, false);
    assert.equal(table.forDocument('file:///w/b/producer.properties').enabled, false);
    assert.equal(table.forDocument('file:///other/producer.properties').hints.version, undefined);
  });
});
