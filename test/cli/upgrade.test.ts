import assert from 'node:assert/strict';
import { GOOD, useCli } from './support';

describe('kafka-lint upgrade', () => {
  const cli = useCli();
  const OLD = 'broker.id=1\nzookeeper.connect=zk:2181\nlog.dirs=/data\n';

  it('lists what the version changes, by file, and says what would mend it', () => {
    cli.write({ 'server.properties': OLD, 'new/producer.properties': `# kafka-lint version=4.1\n${GOOD}` });
    const { code, out } = cli.run(['upgrade', '--target', '4.1', '.']);
    assert.equal(code, 1);
    assert.match(out, /^server\.properties \(broker, 3\.9 -> 4\.1\)$/m);
    assert.match(out, /^ {2}server\.properties:2:1 rejected$/m);
    assert.match(out, /^ {2}first: Migrate the cluster/m);
    assert.match(out, /^Kafka 4\.1 in 1 file: 1 rejected, /m);
    assert.doesNotMatch(out, /producer/);
  });

  it('gives JSON', () => {
    cli.write({ 'producer.properties': GOOD.replace('linger.ms=20\n', '') });
    const [file] = JSON.parse(cli.run(['upgrade', '--target', '4.0', '--from', '3.7', '--format', 'json']).out);
    assert.deepEqual(
      { file: file.file, role: file.role, from: file.from, fromSource: file.fromSource, to: file.to },
      { file: 'producer.properties', role: 'producer', from: '3.7', fromSource: 'setting', to: '4.0' },
    );
    const linger = file.changes.find(({ key }: { key: string }) => key === 'linger.ms');
    assert.deepEqual([linger.kind, linger.line, linger.column], ['new-default', 1, 1]);
    assert.deepEqual(linger.fixes, [{ title: 'Keep 0: add linger.ms=0', safe: false }]);
  });

  it('takes what changes a default as no reason to fail, unless asked to', () => {
    cli.write({ 'producer.properties': GOOD });
    const args = ['upgrade', '--target', '4.0', '--from', '3.9'];
    assert.equal(cli.run(args).code, 0);
    assert.equal(cli.run([...args, '--fail-on', 'information']).code, 1);
    assert.match(cli.run([...args, '--min-severity', 'error']).out, /Kafka 4\.0 changes nothing in 1 file/);
  });

  it('needs a version, and writes nothing', () => {
    for (const args of [[], ['--target', '4.1', '--fix'], ['--target', '4.1', '--format', 'sarif']]) {
      assert.equal(cli.run(['upgrade', ...args]).code, 2, args.join(' '));
    }
    assert.equal(cli.run(['--from', '3.9', '.']).code, 2);
    assert.match(cli.run(['upgrade', '--target', '4.1']).out, /^No Kafka configuration/);
  });
});
