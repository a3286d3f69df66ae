import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { NO_BATCHING, useCli } from './support';

describe('files on the command line', () => {
  const cli = useCli();
  const filesIn = (args: readonly string[]) => [...new Set(cli.json(args).map(({ file }) => file))];

  it('respects ignore files at every level, unless the file is named or --no-ignore is given', () => {
    cli.write({
      '.git/HEAD': '',
      '.gitignore': 'build/\n',
      '.kafkalintignore': 'legacy/*\n!legacy/keep\n',
      'build/producer.properties': NO_BATCHING,
      'legacy/old/producer.properties': NO_BATCHING,
      'legacy/keep/producer.properties': NO_BATCHING,
      'src/.gitignore': '/producer.properties\n',
      'src/producer.properties': NO_BATCHING,
      'src/deep/producer.properties': NO_BATCHING,
      'node_modules/x/producer.properties': NO_BATCHING,
    });
    const kept = [join('legacy', 'keep', 'producer.properties'), join('src', 'deep', 'producer.properties')];
    assert.deepEqual(filesIn(['.']), kept);
    assert.deepEqual(filesIn(['src']), [kept[1]]);
    assert.deepEqual(filesIn([join('build', 'producer.properties')]), [join('build', 'producer.properties')]);
    assert.equal(filesIn(['--no-ignore', '.']).length, 5);
  });

  it('expands globs itself, for shells that do not', () => {
    cli.write({
      'a/producer.properties': NO_BATCHING,
      'b/consumer.properties': 'group.id=x\n',
      'b/producer.properties': NO_BATCHING,
    });
    assert.deepEqual(filesIn(['**/producer.properties']).sort(), ['a/producer.properties', 'b/producer.properties']);
  });

  it('lints a file once, however often it is named', () => {
    cli.write({ 'producer.properties': NO_BATCHING });
    assert.equal(cli.json(['.', 'producer.properties', '*.properties']).length, cli.json(['.']).length);
  });

  it('goes on past a file that cannot be read, and tells', () => {
    cli.write({ 'producer.properties': NO_BATCHING });
    symlinkSync(cli.at('.'), cli.at('loop'));
    mkdirSync(cli.at('server.properties'));
    const { code, out } = cli.run(['.']);
    assert.equal(code, 1);
    assert.match(out, /producer\/no-batching/);
  });

  it('says nothing about files of other programs', () => {
    cli.write({
      'server.properties': 'motd=A Minecraft Server\nserver-port=25565\nmax-players=20\nview-distance=10\n',
    });
    assert.deepEqual(cli.json(['.']), []);
  });

  const messages = (args: readonly string[]): string[] => cli.json(args).map(({ message }) => message);

  it('takes the version from the files around where nobody has said it', () => {
    cli.write({
      'docker-compose.yml': 'image: apache/kafka:4.1.0\n',
      'app/pom.xml':
        '<dependency><groupId>org.apache.kafka</groupId><artifactId>kafka-clients</artifactId><version>3.6.1</version></dependency>',
      'app/config/producer.properties': 'bootstrap.servers=a:9092\nenable.metrics.push=false\n',
    });
    const note = /came with Kafka 3\.7: Kafka 3\.6 ignores it. \(pom\.xml shows Kafka 3\.6\.\)/;
    assert.ok(messages(['.']).some((message) => note.test(message)));
    assert.ok(!messages(['--target', '3.9', '.']).some((message) => /came with/.test(message)));
  });

  it('warns of ZooKeeper beside an image that has none, though the file itself shows an older version', () => {
    cli.write({
      'docker-compose.yml': 'image: confluentinc/cp-kafka:8.1.0\n',
      'server.properties': 'broker.id=1\nzookeeper.connect=zk-1:2181\nlisteners=PLAINTEXT://:9092\nlog.dirs=/data\n',
    });
    const [found] = cli.json(['.']).filter(({ rule }) => rule === 'broker/zookeeper-config-on-4x');
    assert.equal(found?.severity, 'warning');
    assert.match(found.message, /^docker-compose\.yml shows Kafka 4\.1, in which there is no ZooKeeper mode/);
  });

  it('says which file a conclusion about the version is from', () => {
    cli.write({
      'build.gradle': "dependencies { implementation 'org.apache.kafka:kafka-clients:3.2.0' }\n",
      'producer.properties': 'bootstrap.servers=a:9092,b:9092\nacks=all\nclient.id=p\nlinger.ms=0\n',
      'other/producer.properties': 'bootstrap.servers=a:9092,b:9092\nacks=all\nclient.id=p\n',
    });
    const note = /default before Kafka 4\.0 is 0: .* \(build\.gradle shows Kafka 3\.2\.\)$/;
    assert.equal(messages(['.']).filter((message) => note.test(message)).length, 1);
  });
});
