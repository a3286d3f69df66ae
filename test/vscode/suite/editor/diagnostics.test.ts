import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { DiagnosticSeverity, workspace } from 'vscode';
import { open, openWith, replace, uriOf } from '../support/files';
import { findings, findingsAt, ruleOf, rulesAt } from '../support/findings';

const CONFLICT = 'producer/idempotence-conflict';

describe('diagnostics', () => {
  it('stand in a Kafka file as soon as it is open', async () => {
    const { document } = await open('clients/producer.properties');
    const found = await findings(document.uri);
    ok(rulesAt(document.uri).includes('producer/no-batching'));
    const conflict = found.find((one) => ruleOf(one) === CONFLICT);
    ok(conflict);
    equal(document.getText(conflict.range), 'acks=1');
    equal(conflict.severity, DiagnosticSeverity.Error);
    match(conflict.message, /enable\.idempotence/);
    equal(conflict.relatedInformation?.length, 1);
  });

  it('link to the page of their rule', async () => {
    const { document } = await open('clients/producer.properties');
    for (const { code } of await findings(document.uri)) {
      ok(typeof code === 'object', 'no link');
      ok((await workspace.fs.stat(code.target)).size > 0, code.target.toString());
    }
  });

  it('follow what is typed', async () => {
    const editor = await openWith(
      'typed.properties',
      'bootstrap.servers=kafka:9092\nacks=1\nenable.idempotence=true\n',
    );
    const { uri } = editor.document;
    await findings(uri, (rules) => rules.includes(CONFLICT));
    await replace(editor, 'acks=1', 'acks=all');
    await findings(uri, (rules) => !rules.includes(CONFLICT));
    await replace(editor, 'acks=all', 'acks=0');
    await findings(uri, (rules) => rules.includes(CONFLICT));
  });

  it('say nothing of files of others, and leave their language alone', async () => {
    const game = await openWith(
      'game/server.properties',
      '#Minecraft server properties\nserver-port=25565\nmax-players=20\nlevel-name=world\nonline-mode=true\n',
    );
    const language = game.document.languageId;
    const log = await openWith('log4j.properties', 'log4j.rootLogger=INFO, kafka\nlog4j.appender.kafka=org.Appender\n');
    // Answered in order: when this file has its findings, the files before it have had theirs.
    const own = await openWith('own/producer.properties', 'bootstrap.servers=kafka:9092\nacks=2\nbatch.size=0\n');
    await findings(own.document.uri);
    deepEqual(findingsAt(game.document.uri), []);
    deepEqual(findingsAt(log.document.uri), []);
    equal(game.document.languageId, language);
  });

  it('survive that their file is deleted while it is open', async () => {
    const text = 'bootstrap.servers=kafka:9092\nkey.serializer=a.B\nbatch.size=0\n';
    const { document } = await openWith('doomed/producer.properties', text);
    await findings(document.uri);
    await workspace.fs.delete(uriOf('doomed'), { recursive: true });
    const next = await openWith('next/producer.properties', text);
    await findings(next.document.uri);
  });
});
