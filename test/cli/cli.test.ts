import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../server/src/cli/run';

/** Each producer.properties here has one warning or more: a batch size of 0. */
const NO_BATCHING = 'bootstrap.servers=kafka-1:9092\nacks=all\nbatch.size=0\n';
const GOOD = 'bootstrap.servers=kafka-1:9092\nacks=all\nlinger.ms=20\ncompression.type=lz4\n';
const DUPLICATE = 'bootstrap.servers=kafka-1:9092\nacks=all\nlinger.ms=10\nlinger.ms=20\n';

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

describe('kafka-lint', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kafka-lint-test-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function write(files: Record<string, string | Buffer>): void {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
  }

  function kafkaLint(args: readonly string[], stdin = ''): Run {
    let out = '';
    let err = '';
    const code = run(args, {
      cwd: folder,
      version: '1.2.3',
      color: false,
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      readStdin: () => stdin,
    });
    return { code, out, err };
  }

  const json = (args: readonly string[]) => JSON.parse(kafkaLint(['--format', 'json', ...args]).out);
  const filesIn = (args: readonly string[]) => [
    ...new Set(json(args).map((finding: { file: string }) => finding.file)),
  ];

  describe('output', () => {
    it('shows the source line with carets under what is wrong', () => {
      write({ 'producer.properties': NO_BATCHING });
      const { code, out } = kafkaLint(['producer.properties']);
      assert.equal(code, 1);
      assert.match(out, /^producer\.properties:3:1 warning producer\/no-batching$/m);
      assert.match(out, /^ {2}3 \| batch\.size=0\n {4}\| \^{12}$/m);
      assert.match(out, /in 1 of 1 file\./);
    });

    it('gives JSON with places from 1 and fixes by title', () => {
      write({ 'producer.properties': DUPLICATE });
      const findings = json(['.']);
      const duplicate = findings.find((finding: { rule: string }) => finding.rule === 'properties/duplicate-key');
      const { file, line, column, endLine, endColumn, severity, fixes } = duplicate;
      assert.deepEqual(
        { file, line, column, endLine, endColumn, severity },
        { file: 'producer.properties', line: 3, column: 1, endLine: 3, endColumn: 13, severity: 'warning' },
      );
      assert.ok(fixes.every((fix: { title: unknown; safe: unknown }) => typeof fix.title === 'string'));
      assert.ok(fixes.some((fix: { safe: boolean }) => fix.safe));
    });

    it('gives an empty JSON array for a clean folder', () => {
      write({ 'other.txt': 'nothing' });
      assert.deepEqual(kafkaLint(['--format', 'json']), { code: 0, out: '[]\n', err: '' });
    });

    it('escapes what GitHub would take for syntax', () => {
      write({ 'a,b/producer.properties': NO_BATCHING });
      const { out } = kafkaLint(['--format', 'github']);
      assert.match(
        out,
        /^::warning file=a%2Cb\/producer\.properties,line=3,endLine=3,col=1,endColumn=13,title=producer\/no-batching::/m,
      );
    });
  });

  describe('files around', () => {
    const messages = (args: readonly string[]): string[] =>
      json(args).map(({ message }: { message: string }) => message);

    it('show the version where nobody has said it', () => {
      write({
        'docker-compose.yml': 'image: apache/kafka:4.1.0\n',
        'app/pom.xml':
          '<dependency><groupId>org.apache.kafka</groupId><artifactId>kafka-clients</artifactId><version>3.6.1</version></dependency>',
        'app/config/producer.properties': 'bootstrap.servers=a:9092\nenable.metrics.push=false\n',
      });
      const note = /came with Kafka 3\.7: Kafka 3\.6 ignores it. \(pom\.xml shows Kafka 3\.6\.\)/;
      assert.ok(messages(['.']).some((message) => note.test(message)));
      assert.ok(!messages(['--target', '3.9', '.']).some((message) => /came with/.test(message)));
    });
  });

  describe('upgrade', () => {
    const OLD = 'broker.id=1\nzookeeper.connect=zk:2181\nlog.dirs=/data\n';

    it('lists what the version changes, by file, and says what would mend it', () => {
      write({ 'server.properties': OLD, 'new/producer.properties': `# kafka-lint version=4.1\n${GOOD}` });
      const { code, out } = kafkaLint(['upgrade', '--target', '4.1', '.']);
      assert.equal(code, 1);
      assert.match(out, /^server\.properties \(broker, 3\.9 -> 4\.1\)$/m);
      assert.match(out, /^ {2}server\.properties:2:1 rejected$/m);
      assert.match(out, /^ {2}first: Migrate the cluster/m);
      assert.match(out, /^Kafka 4\.1 in 1 file: 1 rejected, /m);
      assert.doesNotMatch(out, /producer/);
    });

    it('gives JSON', () => {
      write({ 'producer.properties': GOOD.replace('linger.ms=20\n', '') });
      const [file] = JSON.parse(kafkaLint(['upgrade', '--target', '4.0', '--from', '3.7', '--format', 'json']).out);
      assert.deepEqual(
        { file: file.file, role: file.role, from: file.from, fromSource: file.fromSource, to: file.to },
        { file: 'producer.properties', role: 'producer', from: '3.7', fromSource: 'setting', to: '4.0' },
      );
      const linger = file.changes.find(({ key }: { key: string }) => key === 'linger.ms');
      assert.deepEqual([linger.kind, linger.line, linger.column], ['new-default', 1, 1]);
      assert.deepEqual(linger.fixes, [{ title: 'Keep 0: add linger.ms=0', safe: false }]);
    });

    it('takes what changes a default as no reason to fail, unless asked to', () => {
      write({ 'producer.properties': GOOD });
      const args = ['upgrade', '--target', '4.0', '--from', '3.9'];
      assert.equal(kafkaLint(args).code, 0);
      assert.equal(kafkaLint([...args, '--fail-on', 'information']).code, 1);
      assert.match(kafkaLint([...args, '--min-severity', 'error']).out, /Kafka 4\.0 changes nothing in 1 file/);
    });

    it('needs a version, and writes nothing', () => {
      for (const args of [[], ['--target', '4.1', '--fix'], ['--target', '4.1', '--format', 'sarif']]) {
        assert.equal(kafkaLint(['upgrade', ...args]).code, 2, args.join(' '));
      }
      assert.equal(kafkaLint(['--from', '3.9', '.']).code, 2);
      assert.match(kafkaLint(['upgrade', '--target', '4.1']).out, /^No Kafka configuration/);
    });
  });

  describe('exit code', () => {
    beforeEach(() => write({ 'bad/producer.properties': NO_BATCHING, 'good/producer.properties': GOOD }));

    const cases: [string[], number][] = [
      [['good'], 0],
      [['bad'], 1],
      [['--fail-on', 'error', 'bad'], 0],
      [['--fail-on', 'never', 'bad'], 0],
      [['absent'], 2],
      [['absent/*.properties'], 2],
      [['bad', 'absent'], 2],
      [['--format', 'xml', 'bad'], 2],
      [['--frobnicate'], 2],
      [['--target', 'newest', 'bad'], 2],
      [['--stdin-filename', 'a.properties', 'bad'], 2],
      [['--help'], 0],
      [['--version'], 0],
      [['--list-rules'], 0],
      [['--explain', 'producer/nonsense'], 2],
    ];
    for (const [args, code] of cases) {
      it(`is ${code} for ${args.join(' ')}`, () => {
        const result = kafkaLint(args);
        assert.equal(result.code, code, result.err);
        assert.equal(code === 2, result.err !== '');
      });
    }
  });

  describe('files', () => {
    it('respects ignore files at every level, unless the file is named or --no-ignore is given', () => {
      write({
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
      write({
        'a/producer.properties': NO_BATCHING,
        'b/consumer.properties': 'group.id=x\n',
        'b/producer.properties': NO_BATCHING,
      });
      assert.deepEqual(filesIn(['**/producer.properties']).sort(), ['a/producer.properties', 'b/producer.properties']);
    });

    it('lints a file once, however often it is named', () => {
      write({ 'producer.properties': NO_BATCHING });
      assert.equal(json(['.', 'producer.properties', '*.properties']).length, json(['.']).length);
    });

    it('goes on past a file that cannot be read, and tells', () => {
      write({ 'producer.properties': NO_BATCHING });
      symlinkSync(folder, join(folder, 'loop'));
      mkdirSync(join(folder, 'server.properties'));
      const { code, out } = kafkaLint(['.']);
      assert.equal(code, 1);
      assert.match(out, /producer\/no-batching/);
    });

    it('says nothing about files of other programs', () => {
      write({ 'server.properties': 'motd=A Minecraft Server\nserver-port=25565\nmax-players=20\nview-distance=10\n' });
      assert.deepEqual(json(['.']), []);
    });
  });

  describe('--fix', () => {
    it('writes safe fixes and keeps everything else byte for byte', () => {
      write({ 'producer.properties': `# why\r\n${DUPLICATE.replaceAll('\n', '\r\n')}# end` });
      const { err } = kafkaLint(['--fix', '.']);
      assert.match(err, /^Applied 1 fix in 1 file\.$/m);
      const expected = '# why\r\nbootstrap.servers=kafka-1:9092\r\nacks=all\r\nlinger.ms=20\r\n# end';
      assert.equal(readFileSync(join(folder, 'producer.properties'), 'utf8'), expected);
    });

    it('writes nothing with --dry-run', () => {
      write({ 'producer.properties': DUPLICATE });
      kafkaLint(['--fix', '--dry-run', '.']);
      assert.equal(readFileSync(join(folder, 'producer.properties'), 'utf8'), DUPLICATE);
    });

    it('keeps bytes that are not UTF-8', () => {
      const latin1 = Buffer.concat([Buffer.from([0x23, 0xe9, 0x0a]), Buffer.from(DUPLICATE)]);
      write({ 'producer.properties': latin1 });
      kafkaLint(['--fix', '.']);
      const after = readFileSync(join(folder, 'producer.properties'));
      assert.deepEqual([...after.subarray(0, 3)], [0x23, 0xe9, 0x0a]);
      assert.ok(!after.toString('latin1').includes('linger.ms=10'));
    });

    it('prints a mended standard input, and the findings beside it', () => {
      const { out, err } = kafkaLint(['--fix', '--stdin-filename', 'producer.properties'], DUPLICATE);
      assert.equal(out, DUPLICATE.replace('linger.ms=10\n', ''));
      assert.match(err, /file/);
    });
  });

  describe('config file', () => {
    it('is found upwards, and its globs are relative to it', () => {
      write({
        '.kafka-lint.json': JSON.stringify({
          rules: { '*': 'off', 'producer/no-batching': 'error' },
          overrides: [{ files: ['service/test/**'], enable: false }],
        }),
        'service/producer.properties': NO_BATCHING,
        'service/test/producer.properties': NO_BATCHING,
      });
      const findings = json(['service']);
      assert.deepEqual(
        findings.map(({ file, severity }: { file: string; severity: string }) => ({ file, severity })),
        [{ file: join('service', 'producer.properties'), severity: 'error' }],
      );
    });

    it('is named with its mistakes', () => {
      write({
        'a.json': '{ "rules": { "producer/no-batching": "loud" } }',
        'b.json': '{ rules',
        'producer.properties': GOOD,
      });
      const wrong = kafkaLint(['--config', 'a.json', '.']);
      assert.equal(wrong.code, 2);
      assert.match(wrong.err, /a\.json: "rules\["producer\/no-batching"\]" must be one of/);
      const broken = kafkaLint(['--config', 'b.json', '.']);
      assert.equal(broken.code, 2);
      assert.match(broken.err, /b\.json: /);
      assert.equal(kafkaLint(['--config', 'absent.json', '.']).code, 2);
    });
  });

  it('takes the role and the version from the command line', () => {
    write({ 'tuning.properties': 'linger.ms=0\n' });
    const rules = (args: string[]) =>
      json([...args, 'tuning.properties']).map((finding: { rule: string }) => finding.rule);
    assert.ok(rules(['--role', 'producer']).includes('producer/linger-zero'));
    write({ 'server.properties': 'zookeeper.connect=zk:2181\nbroker.id=1\nlog.dirs=/data\n' });
    const errors = (target: string) =>
      json(['--target', target, 'server.properties']).filter(
        (finding: { severity: string }) => finding.severity === 'error',
      );
    assert.equal(errors('3.6').length, 0);
    assert.ok(errors('4.0').length > 0);
  });
});
