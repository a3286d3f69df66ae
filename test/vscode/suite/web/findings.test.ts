import { actionsAt, take } from '../support/actions';
import { open, openWith, rangeOf, replace } from '../support/files';
import { findings, findingsAt, rulesAt } from '../support/findings';
import { equal, ok } from './assert';

describe('the server in a web worker', () => {
  it('finds what is wrong and fixes it', async () => {
    const { document } = await open('clients/producer.properties');
    await findings(document.uri);
    ok(rulesAt(document.uri).includes('producer/no-batching'));
    await take(await actionsAt(document, rangeOf(document, 'acks=1')), 'Set acks to all');
    ok(document.getText().includes('\nacks=all\n'));
  });

  it('says nothing of files of others', async () => {
    const game = await openWith('game/server.properties', '#Minecraft\nserver-port=25565\nlevel-name=world\n');
    const own = await openWith('own/producer.properties', 'bootstrap.servers=kafka:9092\nbatch.size=0\nacks=2\n');
    await findings(own.document.uri);
    equal(findingsAt(game.document.uri).length, 0);
  });

  it('follows what is typed', async () => {
    const editor = await openWith(
      'typed.properties',
      'bootstrap.servers=kafka:9092\nacks=1\nenable.idempotence=true\n',
    );
    const { uri } = editor.document;
    await findings(uri, (rules) => rules.includes('producer/idempotence-conflict'));
    await replace(editor, 'acks=1', 'acks=all');
    await findings(uri, (rules) => !rules.includes('producer/idempotence-conflict'));
  });
});
