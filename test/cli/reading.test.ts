import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { NO_BATCHING, useCli } from './support';

const IMPORTING = `import { Kafka } from 'kafkajs';
import { BYTES } from './settings';
export const consumer = new Kafka({ brokers: ['k:9092'] }).consumer({ groupId: 'billing', maxBytes: BYTES });
`;
const SETTINGS = 'export const BYTES = 1024;\n';

describe('reading on the command line', () => {
  const cli = useCli();
  const rulesIn = (args: readonly string[]) => new Set(cli.json(args).map(({ rule }) => rule));

  it('opens no device and waits for no pipe, whoever names it', () => {
    symlinkSync('/dev/zero', cli.at('zero.properties'));
    execFileSync('mkfifo', [cli.at('pipe.properties'), cli.at('.gitignore'), cli.at('pom.xml')]);
    symlinkSync('loop.properties', cli.at('loop.properties'));
    mkdirSync(cli.at('.git'));
    cli.write({ 'producer.properties': NO_BATCHING });
    const { code, out, err } = cli.run(['zero.properties', 'pipe.properties', 'loop.properties', '.']);
    assert.equal(code, 2);
    assert.match(err, /^kafka-lint: zero\.properties: is a device, not a regular file\.$/m);
    assert.match(err, /^kafka-lint: pipe\.properties: is a named pipe, not a regular file\.$/m);
    assert.match(err, /^kafka-lint: loop\.properties: is a symbolic link that leads back to itself\.$/m);
    assert.match(out, /producer\/no-batching/);
  });

  it('does not wait for a settings file that is a pipe', () => {
    execFileSync('mkfifo', [cli.at('settings.json')]);
    cli.write({ 'producer.properties': NO_BATCHING });
    const { code, err } = cli.run(['--config', 'settings.json', '.']);
    assert.equal(code, 2);
    assert.match(err, /settings\.json: is a named pipe, not a regular file/);
  });

  it('reads nothing of a file of 300 MB, and tells where it was named', () => {
    cli.write({ 'producer.properties': NO_BATCHING, 'a.properties': NO_BATCHING });
    truncateSync(cli.at('producer.properties'), 300_000_000);
    const named = cli.run(['--fix', 'producer.properties']);
    assert.deepEqual(
      [named.code, named.err.split('\n')[0]],
      [2, 'kafka-lint: producer.properties: is not read: it is larger than 15 MiB.'],
    );
    assert.equal(cli.run(['--role', 'producer', '.']).code, 1);
    assert.equal(statSync(cli.at('producer.properties')).size, 300_000_000);
  });

  it('follows imports inside the project, and neither devices nor ways out of it', () => {
    cli.write({
      'app/.git/HEAD': '',
      'app/src/consumer.ts': IMPORTING,
      'app/src/settings.ts': SETTINGS,
      'outside.ts': SETTINGS,
    });
    assert.ok(rulesIn(['app']).has('kafkajs/fetch-sizes'));
    cli.write({ 'app/src/consumer.ts': IMPORTING.replace('./settings', '../../outside') });
    assert.ok(!rulesIn(['app']).has('kafkajs/fetch-sizes'));
    symlinkSync(cli.at('outside.ts'), cli.at(join('app', 'src', 'linked.ts')));
    cli.write({ 'app/src/consumer.ts': IMPORTING.replace('./settings', './linked') });
    assert.ok(!rulesIn(['app']).has('kafkajs/fetch-sizes'));
    symlinkSync('/dev/zero', cli.at(join('app', 'src', 'zero.ts')));
    cli.write({ 'app/src/consumer.ts': IMPORTING.replace('./settings', './zero') });
    assert.ok(!rulesIn(['app']).has('kafkajs/fetch-sizes'));
  });
});
