import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { useCli } from './support';

const BROKER =
  'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=9@c.example.com:9093\ncontroller.listener.names=CONTROLLER\n' +
  'listeners=CLIENTS://:9092\nadvertised.listeners=CLIENTS://kafka-1.example.com:9092\n' +
  'listener.security.protocol.map=CLIENTS:SSL,CONTROLLER:SSL\nlog.dirs=/var/lib/kafka\n';
const PRODUCER = 'bootstrap.servers=kafka-1.example.com:9092\nacks=all\n';

describe('files of one cluster on the command line', () => {
  const cli = useCli();
  const found = (args: readonly string[]) =>
    cli
      .json(args)
      .filter(({ rule }) => rule === 'project/listener-security')
      .map(({ file, severity }) => `${file} ${severity}`);

  it('are compared, in the same order whatever is named first', () => {
    cli.write({ 'a/producer.properties': PRODUCER, 'b/server.properties': BROKER });
    const both = ['a/producer.properties error', 'b/server.properties information'];
    assert.deepEqual(found(['.']), both);
    assert.deepEqual(found(['b', 'a']).sort(), both);
    assert.deepEqual(found(['a']), []);
  });

  it('are those of a cluster by the settings too, and a comment silences the finding', () => {
    const other = PRODUCER.replace('kafka-1.example.com', 'bootstrap.internal.example.com');
    const replicas = `${BROKER.replace('node.id=1', 'node.id=1\ndefault.replication.factor=2\nmin.insync.replicas=1')}`;
    cli.write({ 'a/producer.properties': other, 'b/server.properties': replicas });
    const acks = () => cli.json(['.']).filter(({ rule }) => rule === 'project/acks-without-copies');
    assert.equal(acks().length, 0);
    cli.write({ '.kafka-lint.json': '{ "clusterFiles": { "shop": ["a/**", "b/**"] } }' });
    assert.equal(acks().length, 2);
    const silenced = replicas.replace(
      'min.insync',
      '# kafka-lint-ignore project/acks-without-copies -- one is enough\nmin.insync',
    );
    cli.write({ 'b/server.properties': silenced });
    assert.deepEqual(
      cli.json(['.']).flatMap(({ rule, file }) => (/acks-without|unused/.test(rule) ? `${file} ${rule}` : [])),
      ['a/producer.properties project/acks-without-copies'],
    );
  });

  it('are named with the reason for each where somebody asks', () => {
    cli.write({ 'a/producer.properties': PRODUCER, 'b/server.properties': BROKER });
    const { err } = cli.run(['--verbose', '.']);
    assert.match(
      err,
      /^kafka-lint: cluster server\.properties: broker of b\/server\.properties configures a node; producer of a\/producer\.properties connects to kafka-1\.example\.com:9092, where server\.properties listens$/m,
    );
  });

  it('are read for a change too, where they have not changed themselves', () => {
    cli.write({ 'b/server.properties': BROKER, 'a/producer.properties': `${PRODUCER}security.protocol=SSL\n` });
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: cli.at('.') });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'first');
    cli.write({ 'a/producer.properties': PRODUCER });
    assert.deepEqual(found(['--since', 'HEAD', '.']), ['a/producer.properties error']);
  });
});
