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
    assert.match(wrong.err, /a\.json: "rules\["producer\/no-batching"\]" must be one of/);
    const broken = cli.run(['--config', 'b.json', '.']);
    assert.equal(broken.code, 2);
    assert.match(broken.err, /b\.json: /);
    assert.equal(cli.run(['--config', 'absent.json', '.']).code, 2);
  });
});
