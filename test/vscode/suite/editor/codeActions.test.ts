import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { ConfigurationTarget, window, workspace } from 'vscode';
import { actionsAt, take } from '../support/actions';
import { openWith, rangeOf, replace } from '../support/files';
import { findings } from '../support/findings';

const CONFLICT = 'producer/idempotence-conflict';
const HEAD = '# A producer.\r\nbootstrap.servers=kafka:9092\r\n';
const TEXT = `${HEAD}acks = 1\r\nenable.idempotence=true\r\nmax.in.flight.requests.per.connection=10\r\n`;

const openConflict = async (folder: string) => {
  const { document } = await openWith(`${folder}/producer.properties`, TEXT);
  await findings(document.uri, (rules) => rules.filter((rule) => rule === CONFLICT).length === 2);
  return document;
};

describe('code actions', () => {
  it('apply a fix, keep the rest byte for byte and remove the finding', async () => {
    const document = await openConflict('fix');
    const actions = await actionsAt(document, rangeOf(document, 'acks = 1'));
    const preferred = actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title);
    deepEqual(preferred, ['Set acks to all'], actions.map(({ title }) => title).join('; '));
    await take(actions, 'Set acks to all');
    equal(document.getText(), TEXT.replace('acks = 1', 'acks = all'));
    await findings(document.uri, (rules) => rules.filter((rule) => rule === CONFLICT).length === 1);
  });

  it('fix all findings of one rule', async () => {
    const document = await openConflict('rule');
    await take(await actionsAt(document, rangeOf(document, 'acks = 1')), `Fix all ${CONFLICT} in this file`);
    await findings(document.uri, (rules) => !rules.includes(CONFLICT));
  });

  it('ignore a finding where it is', async () => {
    const document = await openConflict('here');
    await take(await actionsAt(document, rangeOf(document, 'acks = 1')), `Ignore ${CONFLICT} here`);
    match(document.getText(), /\r\n# kafka-lint-ignore producer\/idempotence-conflict -- reason\r\nacks = 1\r\n/);
    await findings(document.uri, (rules) => rules.filter((rule) => rule === CONFLICT).length === 1);
  });

  it('ignore a rule in the whole file', async () => {
    const document = await openConflict('file');
    await take(await actionsAt(document, rangeOf(document, 'acks = 1')), `Ignore ${CONFLICT} in this file`);
    ok(document.getText().startsWith(`# kafka-lint-ignore-file ${CONFLICT} -- reason\r\n# A producer.`));
    await findings(document.uri, (rules) => !rules.includes(CONFLICT));
  });

  it('fix all that is safe when a file is saved, once that is asked for', async () => {
    const document = await openConflict('save');
    const editor = workspace.getConfiguration('editor');
    await editor.update('codeActionsOnSave', { 'source.fixAll.kafkaLint': 'explicit' }, ConfigurationTarget.Workspace);
    try {
      await replace(await window.showTextDocument(document), '# A producer.', '# The producer.');
      await document.save();
      const fixed = TEXT.replace('# A', '# The').replace('acks = 1', 'acks = all').replace('=10\r', '=5\r');
      equal(document.getText(), fixed);
      equal(document.isDirty, false);
    } finally {
      await editor.update('codeActionsOnSave', undefined, ConfigurationTarget.Workspace);
    }
  });
});
