import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { CodeAction } from 'vscode-languageserver/node';
import { FULL } from './support/capabilities';
import { type OpenDocument, TestClient } from './support/client';

const TEXT = '# mine\nbootstrap.servers=a:9092\nlinger.ms=1\nlinger.ms=5\nacks=1\nacks=all\n';
const line = (number: number) => ({ start: { line: number, character: 0 }, end: { line: number, character: 0 } });

describe('code actions', () => {
  let client: TestClient;
  let opened = 0;
  before(async () => {
    client = await TestClient.start({ initializationOptions: { showRuleCommand: 'editor.showRule' } });
  });
  after(() => client.stop());
  const open = (text: string): Promise<OpenDocument> => client.open(`${++opened}/producer.properties`, text);
  const titled = (actions: readonly CodeAction[], title: string | RegExp): CodeAction => {
    const action = actions.find((one) => (typeof title === 'string' ? one.title === title : title.test(one.title)));
    assert.ok(action, `${title} is not among ${actions.map((one) => one.title).join(' | ')}`);
    return action;
  };

  it('offer the fixes of the finding under the caret, the preferred one first, and nothing of other lines', async () => {
    const document = await open(TEXT);
    const actions = await document.actions(line(2), ['quickfix']);
    const fixes = actions.filter(({ title }) => /linger\.ms/.test(title));
    assert.equal(fixes[0]?.isPreferred, true);
    assert.ok(fixes.slice(1).every(({ isPreferred }) => !isPreferred));
    assert.ok(actions.every(({ title }) => !/Remove acks/.test(title)));
    assert.equal(await document.apply(titled(actions, /^Remove linger\.ms/)), TEXT.replace('linger.ms=1\n', ''));
  });

  it('tie a fix to the diagnostic that it mends', async () => {
    const actions = await (await open(TEXT)).actions(line(2), ['quickfix']);
    const fix = titled(actions, /^Remove linger\.ms/);
    assert.deepEqual(
      fix.diagnostics?.map(({ code }) => code),
      ['properties/duplicate-key'],
    );
    assert.equal(fix.diagnostics?.[0]?.range.start.line, 2);
  });

  it('prefer a fix only where it is safe', async () => {
    const actions = await (await open(TEXT)).actions(line(2), ['quickfix']);
    assert.equal(titled(actions, /^Remove linger\.ms/).isPreferred, true);
    const unsafe = await (await open('bootstrap.servers=a:9092\nacks=1\n')).actions(line(1), ['quickfix']);
    assert.ok(unsafe.length > 0);
    assert.ok(unsafe.every(({ isPreferred }) => isPreferred !== true));
  });

  it('fix all findings of one rule', async () => {
    const document = await open(TEXT);
    const actions = await document.actions(line(2), ['quickfix']);
    const fixed = await document.apply(titled(actions, 'Fix all properties/duplicate-key in this file'));
    assert.equal(fixed, '# mine\nbootstrap.servers=a:9092\nlinger.ms=5\nacks=all\n');
  });

  it('fix everything safe under source.fixAll, and offer it nowhere else', async () => {
    const document = await open(TEXT);
    for (const only of ['source.fixAll.kafkaLint', 'source.fixAll', 'source']) {
      const [action, ...others] = await document.actions(line(0), [only]);
      assert.ok(action);
      assert.equal(others.length, 0);
      assert.equal(action.kind, 'source.fixAll.kafkaLint');
      assert.equal(await document.apply(action), '# mine\nbootstrap.servers=a:9092\nlinger.ms=5\nacks=all\n');
    }
    assert.deepEqual(await document.actions(line(2), ['refactor']), []);
  });

  it('offer nothing to fix on save where nothing safe is to fix', async () => {
    const document = await open('bootstrap.servers=a:9092\nlinger.ms=5\nacks=all\n');
    assert.deepEqual(await document.actions(line(0), ['source.fixAll.kafkaLint']), []);
  });

  it('keep fixes of the same text apart and leave nothing safe to fix', async () => {
    const document = await open('bootstrap.servers=a:9092\nacks = 1\nacks = 0\nacks = all\nlinger.ms=1\nlinger.ms=2\n');
    const [action] = await document.actions(line(0), ['source.fixAll.kafkaLint']);
    assert.ok(action);
    await document.change(await document.apply(action));
    assert.equal(document.text, 'bootstrap.servers=a:9092\nacks = all\nlinger.ms=2\n');
    assert.deepEqual(await document.actions(line(0), ['source.fixAll.kafkaLint']), []);
  });

  it('ignore a rule for its entry, and the finding is gone', async () => {
    const document = await open(TEXT);
    const action = titled(await document.actions(line(2)), 'Ignore properties/duplicate-key here');
    await document.change(await document.apply(action));
    assert.equal(document.text.split('\n')[2], '# kafka-lint-ignore properties/duplicate-key -- reason');
    const places = (await document.diagnostics()).filter(({ code }) => code === 'properties/duplicate-key');
    assert.deepEqual(
      places.map(({ range }) => range.start.line),
      [5],
    );
  });

  it('ignore a rule in the file, and no finding of it is left', async () => {
    const document = await open(TEXT);
    const action = titled(await document.actions(line(2)), 'Ignore properties/duplicate-key in this file');
    await document.change(await document.apply(action));
    assert.ok(document.text.startsWith('# kafka-lint-ignore-file properties/duplicate-key -- reason\n# mine\n'));
    assert.ok((await document.diagnostics()).every(({ code }) => code !== 'properties/duplicate-key'));
  });

  it('let the author write the reason at once where the client can', async () => {
    const action = titled(await (await open(TEXT)).actions(line(2)), 'Ignore properties/duplicate-key here');
    const [change] = action.edit?.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    const [edit] = change.edits;
    assert.ok(edit && 'snippet' in edit);
    assert.match(edit.snippet.value, /-- \$\{0:reason\}\n$/);
  });

  it('keep the line ends of the file', async () => {
    const document = await open(TEXT.replaceAll('\n', '\r\n'));
    const inFile = titled(await document.actions(line(2)), 'Ignore properties/duplicate-key in this file');
    assert.ok(!/[^\r]\n/.test(await document.apply(inFile)));
    const here = titled(await document.actions(line(2)), 'Ignore properties/duplicate-key here');
    assert.ok(!/[^\r]\n/.test(await document.apply(here)));
  });

  it('name the version of the document that they are for', async () => {
    const document = await open(TEXT);
    await document.change(`${TEXT}# more\n`);
    const [change] = titled(await document.actions(line(2)), /^Remove linger/).edit?.documentChanges ?? [];
    assert.ok(change && 'textDocument' in change);
    assert.deepEqual(change.textDocument, { uri: document.uri, version: 2 });
  });

  it('do not resolve for a version that is gone', async () => {
    const document = await open(TEXT);
    const [action] = await document.actions(line(0), ['source.fixAll.kafkaLint']);
    await document.change(`# moved\n${TEXT}`);
    const resolved = await client.connection.sendRequest<CodeAction>('codeAction/resolve', action);
    assert.equal(resolved.edit, undefined);
  });

  it("open a rule's page by the client's own command", async () => {
    const action = titled(await (await open(TEXT)).actions(line(2)), 'Explain properties/duplicate-key');
    assert.deepEqual(action.command?.arguments, ['properties/duplicate-key']);
    assert.equal(action.command?.command, 'editor.showRule');
  });

  it('come whole and without versions to a client that knows no better', async () => {
    const simple = await TestClient.start({
      capabilities: { ...FULL, workspace: { configuration: true }, textDocument: { diagnostic: {}, codeAction: {} } },
    });
    const document = await simple.open('producer.properties', TEXT);
    const actions = await document.actions(line(2));
    assert.ok(actions.every(({ edit }) => edit?.changes?.[document.uri]));
    const fixed = await document.apply(titled(actions, 'Fix all safe Kafka problems'));
    assert.equal(fixed, '# mine\nbootstrap.servers=a:9092\nlinger.ms=5\nacks=all\n');
    await simple.stop();
  });
});
