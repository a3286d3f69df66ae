import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import fc from 'fast-check';
import { fileWithSecrets } from '../secrets/plant';
import { useCli } from './support';

const OUTPUTS: readonly (readonly string[])[] = [
  ...['text', 'json', 'sarif', 'github'].map((format) => ['--format', format]),
  ['upgrade', '--target', '4.1', '--from', '3.6'],
  ['upgrade', '--target', '4.1', '--from', '3.6', '--format', 'json'],
  ...['mine', 'durability'].map((preset) => ['--preset', preset, '--dry-run', '--yes', '.']),
  ['--preset', 'mine', '--dry-run', '--format', 'json', '.'],
];

describe('a secret in a linted file', () => {
  const cli = useCli();

  it('is in no output', () => {
    const own = { mine: { producer: { 'ssl.key.password': 'other-secret-9' } } };
    cli.write({ '.kafka-lint.json': JSON.stringify({ rules: { '*': 'warning' }, presets: own }) });
    fc.assert(
      fc.property(fileWithSecrets(), ({ name, text, secrets }) => {
        for (const file of readdirSync(cli.at('.'))) if (!file.startsWith('.')) rmSync(cli.at(file));
        cli.write({ [name]: text });
        for (const args of OUTPUTS) {
          const { out, err } = cli.run(args);
          for (const secret of [...secrets, 'other-secret-9']) {
            const inJson = JSON.stringify(secret).slice(1, -1);
            const shown = [secret, inJson].find((one) => out.includes(one) || err.includes(one));
            assert.equal(shown, undefined, `${args.join(' ')} of\n${text}\nprints\n${out}${err}`);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('leaves carets under a mask that has the same length for every secret', () => {
    for (const secret of ['hunter2-x', 'correct-horse-battery-staple']) {
      cli.write({
        'client.properties': `bootstrap.servers=a:9092\nsecurity.protocol=SSL\nssl.key.password=${secret}\n`,
      });
      const { out } = cli.run(['client.properties']);
      assert.match(out, /^ {2}3 \| ssl\.key\.password=•••\n {4}\| {18}\^\^\^$/m);
    }
  });

  it('is masked beside what another finding is about', () => {
    cli.write({
      'kafka.js':
        "const { Kafka } = require('kafkajs');\nnew Kafka({ brokers: ['a'], sasl: { mechanism: 'plain', password: 'pw-9' }, x: 1 });\n",
    });
    const { out } = cli.run(['kafka.js']);
    assert.match(out, /kafkajs\/unknown-option/);
    assert.match(out, /password: ••• \}, x: 1/);
  });

  it('stays where only its place is written', () => {
    cli.write({
      'client.properties': `bootstrap.servers=a:9092\n${'ssl.key.password=$'.concat('{env:PASS}\n').repeat(2)}`,
    });
    assert.match(cli.run(['client.properties']).out, /ssl\.key\.password=\$\{env:PASS\}/);
  });
});
