import assert from 'node:assert/strict';
import { join } from 'node:path';
import { GOOD, NO_BATCHING, useCli } from './support';

describe('the command’s configuration file', () => {
  const cli = useCli();
  it('is found upwards, and its globs are relative to it', () => {
    cli.write({
      '.kafka-lint.json': JSON.stringify({
        rules: { '*': 'off', 'producer/no-batching': 'error' },
        overrides: [{ files: ['service/test/**'], enable: false }],
      }),
      'service/producer.properties': NO_BATCHING,
      'service/test/producer.properties': NO_BATCHING,
    });
    const findings = cli.json(['service']);
    assert.deepEqual(
      findings.map(({ file, severity }) => ({ file, severity })),
      [{ file: join('service', 'producer.properties'), severity: 'error' }],
    );
  });

  it('is named with its mistakes', () => {
    cli.write({
      'a.json': '{ "rules": { "producer/no-batching": "loud" } }',
      'b.json': '{ rules',
      'producer.properties': GOOD,
    });
    const wrong = cli.run(['--config', 'a.json', '.']);
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /a\.json:1:14: "rules\["producer\/no-batching"\]" must be one of/);
    const broken = cli.run(['--config', 'b.json', '.']);
    assert.equal(broken.code, 2);
    assert.match(broken.err, /b\.json:1:3: This is not JSON/);
    assert.equal(cli.run(['--config', 'absent.json', '.']).code, 2);
  });

  it('is sought beside the linted file and upwards, whatever the current folder is', () => {
    cli.write({
      'app/.kafka-lint.json': '{ "rules": { "*": "off" } }',
      'app/deep/producer.properties': NO_BATCHING,
      'app/strict/.kafka-lint.json': '{ "rules": { "producer/no-batching": "error" } }',
      'app/strict/producer.properties': NO_BATCHING,
      'other/producer.properties': NO_BATCHING,
    });
    const found = cli.json(['.']).filter(({ rule }) => rule === 'producer/no-batching');
    assert.deepEqual(
      found.map(({ file, severity }) => [file, severity]),
      [
        [join('app', 'strict', 'producer.properties'), 'error'],
        [join('other', 'producer.properties'), 'warning'],
      ],
    );
  });

  it('is an error where it is wrong, with line and column, and stops no other file', () => {
    cli.write({
      'app/.kafka-lint.json': '{\n  // misspelt\n  "ruls": {},\n  "rules": { "producer/no-batchin": "off" }\n}\n',
      'app/producer.properties': NO_BATCHING,
      'app/consumer.properties': 'group.id=a\n',
      'other/producer.properties': NO_BATCHING,
    });
    const { code, err, out } = cli.run(['.']);
    assert.equal(code, 2);
    const path = cli.at(join('app', '.kafka-lint.json'));
    assert.equal(err.split(`${path}:3:3: "ruls" is not a setting. Did you mean "rules"?\n`).length, 2);
    assert.equal(
      err.split(`${path}:4:14: "producer/no-batchin" is not a rule. Did you mean "producer/no-batching"?`).length,
      2,
    );
    assert.match(out, /other.*producer\.properties:3:1 warning producer\/no-batching/);
    assert.doesNotMatch(out, /^app/m);
  });

  it('does not claim that there is nothing to lint where it is what is wrong', () => {
    cli.write({ '.kafka-lint.json': '{ "ruls": {} }', 'producer.properties': NO_BATCHING });
    assert.equal(cli.run(['.']).out, '');
    cli.write({ '.kafka-lint.json': '{}', 'producer.properties': 'a=b\n' });
    assert.equal(cli.run(['.']).out, 'No Kafka configuration found.\n');
  });

  it('lowers advice in tests and examples of the project, wherever the project is', () => {
    const client = 'bootstrap.servers=a:9092\nssl.key.password=correct-horse\n';
    cli.write({
      'demo/app/.git/HEAD': '',
      'demo/app/client.properties': client,
      'demo/app/examples/client.properties': client,
    });
    const severities = () =>
      cli.json(['demo/app']).flatMap(({ rule, severity }) => (rule === 'client/hardcoded-secret' ? [severity] : []));
    assert.deepEqual(severities(), ['warning', 'information']);
    assert.match(cli.run(['demo/app']).out, /1 file is in a test or example folder/);
    cli.write({ 'demo/app/.kafka-lint.json': '{ "developmentFolders": [] }' });
    assert.deepEqual(severities(), ['warning', 'warning']);
    assert.doesNotMatch(cli.run(['demo/app']).out, /example folder/);
  });
});
