import assert from 'node:assert/strict';
import { OPTIONS } from '../../server/src/cli/options';
import { DUPLICATE, GOOD, NO_BATCHING, useCli } from './support';

describe('options of the command line', () => {
  const cli = useCli();
  beforeEach(() => cli.write({ 'producer.properties': NO_BATCHING, 'good/producer.properties': GOOD }));

  const REFUSED: [string[], RegExp][] = [
    [['--frmat', 'json'], /There is no option --frmat\. Did you mean --format\?/],
    [['-x'], /There is no option -x\./],
    [['--format', 'jsn'], /--format jsn: must be one of text, .*\. Did you mean json\?/],
    [['--fail-on', 'warnin'], /Did you mean warning\?/],
    [['--target', '9.9'], /--target 9\.9: this kafka-lint knows Kafka 2\.8 to \d\.\d/],
    [['--max-warnings', 'few'], /must be a number/],
    [
      ['--preset', 'throughput'],
      /--preset changes files: name them, as in kafka-lint --preset throughput producer\.properties/,
    ],
    [['--preset', 'throughpt', '.'], /there is no preset throughpt; .* Did you mean throughput\?/],
    [['--explain', 'linger-zero', '.'], /Did you mean producer\/linger-zero\?/],
    [['--explain', 'producer/linger-zer'], /Did you mean producer\/linger-zero\?/],
    [['--update-baseline'], /--update-baseline needs --baseline/],
    [['--diff', '--format', 'json'], /--diff prints a diff/],
    [['-', 'producer.properties'], /Standard input is linted alone/],
    [['--baseline', 'none.json'], /none\.json: does not exist; --update-baseline creates it/],
    [['--output-file', 'no/such/folder/x.txt'], /no\/such\/folder\/x\.txt: does not exist\./],
    [['--config', 'none.json'], /none\.json: does not exist\./],
    [['init', 'here'], /init takes no paths/],
    [['monitoring'], /Use kafka-lint monitoring init/],
    [['monitoring', 'init', 'nomad'], /\[compose\|strimzi\|hosts\]/],
    [['monitoring', 'init', '--fix'], /--fix does not belong/],
    [['monitoring', 'init'], /no broker is configured here/],
  ];
  for (const [args, message] of REFUSED) {
    it(`refuses ${args.join(' ')} with the way out`, () => {
      const { code, err } = cli.run(args);
      assert.match(err, message);
      assert.equal(code, 2);
      assert.deepEqual([cli.read('producer.properties').toString(), err.includes('ENOENT')], [NO_BATCHING, false]);
    });
  }

  it('fails on warnings that are too many, and not on others', () => {
    assert.equal(cli.run(['--max-warnings', '50', '.']).code, 0);
    const { code, err } = cli.run(['--max-warnings', '0', '.']);
    assert.equal(code, 1);
    assert.match(err, /\d+ warnings?, and --max-warnings accepts 0\./);
    assert.equal(cli.run(['--max-warnings', '0', 'good']).code, 0);
  });

  it('shows errors alone when it is quiet, and knows short names of severities', () => {
    cli.write({ 'bad/producer.properties': 'bootstrap.servers=a:9092\nacks=maybe\nbatch.size=0\n' });
    const severities = (args: string[]) => [...new Set(cli.json(args).map(({ severity }) => severity))];
    assert.deepEqual(severities(['--quiet', '.']), ['error']);
    assert.deepEqual(severities(['--min-severity', 'warn', 'producer.properties']), ['warning']);
    assert.equal(cli.run(['--fail-on', 'info', 'good']).code, cli.run(['--fail-on', 'information', 'good']).code);
  });

  it('writes into a file what it would print', () => {
    const printed = cli.run(['--format', 'json', '.']);
    const { code, out } = cli.run(['--format', 'json', '-o', 'report.json', '.']);
    assert.deepEqual([code, out], [printed.code, '']);
    assert.equal(cli.read('report.json').toString(), printed.out);
  });

  it('counts the findings of each rule', () => {
    const { err } = cli.run(['--statistics', '.']);
    assert.match(err, /^ *1 {2}producer\/no-batching$/m);
  });

  it('colors when it is told to, and not when it is told not to', () => {
    assert.ok(cli.run(['--color', '.']).out.includes('\u001b['));
    assert.ok(!cli.run(['--color', '--no-color', '.']).out.includes('\u001b['));
    assert.ok(!cli.run(['.']).out.includes('\u001b['));
  });

  it('says what each file was read as, for which version, and why', () => {
    cli.write({
      'app/pom.xml':
        '<dependency><groupId>org.apache.kafka</groupId><artifactId>kafka-clients</artifactId><version>3.6.1</version></dependency>',
      'app/consumer.properties': 'bootstrap.servers=a:9092\ngroup.id=g\n',
      'k.js': "const { Kafka } = require('kafkajs');\nnew Kafka({ brokers: ['a:9092'] });\n",
      'notes.txt': 'x',
    });
    const { err } = cli.run(['--verbose', '.', 'notes.txt']);
    assert.match(err, /^kafka-lint: app.consumer\.properties: properties; consumer, Kafka 3\.6 \(from pom\.xml\)$/m);
    assert.match(err, /^kafka-lint: k\.js: javascript; client of kafkajs, Kafka /m);
    assert.match(err, /producer, Kafka \d\.\d \(assumed, the newest known\)/);
    const { files, notRead, findings } = JSON.parse(cli.run(['--format', 'json', 'app', 'notes.txt']).out);
    assert.deepEqual(files[0].scopes, [
      { role: 'consumer', client: 'java', version: '3.6', versionSource: 'workspace', versionFile: 'pom.xml' },
    ]);
    assert.deepEqual(notRead, ['notes.txt']);
    assert.deepEqual([findings[0].role, findings[0].version, findings[0].versionFile], ['consumer', '3.6', 'pom.xml']);
  });

  it('tells of files that were named and that nobody reads, and fails for none of them', () => {
    cli.write({ 'notes.txt': 'x', 'other.properties': 'color=red\n', 'left/producer.properties': NO_BATCHING });
    cli.write({ 'left/.kafka-lint.json': '{ "exclude": ["*.properties"] }' });
    const { code, err } = cli.run(['notes.txt', 'other.properties', 'left/producer.properties']);
    assert.equal(code, 0);
    assert.match(err, /^kafka-lint: notes\.txt: not linted: kafka-lint does not read files of this kind\.$/m);
    assert.match(err, /^kafka-lint: other\.properties: not linted: nothing in it shows .*--role says/m);
    assert.match(err, /^kafka-lint: left\/producer\.properties: not linted: .*\.kafka-lint\.json leaves it out/m);
    assert.equal(cli.run(['.']).err, '');
  });

  it('has help for each option, in lines that fit a terminal', () => {
    const { out } = cli.run(['--help']);
    for (const name of Object.keys(OPTIONS)) assert.match(out, new RegExp(`^ {2}(?:-\\w, )?--${name}\\b`, 'm'));
    assert.ok(out.split('\n').every((line) => line.length <= 120));
  });

  it('prints a diff of fixes and of presets, which changes nothing', () => {
    cli.write({ 'producer.properties': DUPLICATE });
    const expected = `--- a/producer.properties
+++ b/producer.properties
@@ -1,4 +1,3 @@
 bootstrap.servers=kafka-1:9092
 acks=all
-linger.ms=10
 linger.ms=20
`;
    assert.equal(cli.run(['--diff', 'producer.properties']).out, expected);
    const dry = cli.run(['--fix', '--dry-run', 'producer.properties']);
    assert.equal(dry.out, expected);
    assert.match(dry.err, /^Would apply 1 fix in 1 file\.$/m);
    assert.match(cli.run(['--preset', 'throughput', '--diff', 'producer.properties']).out, /^\+batch\.size=/m);
    assert.equal(cli.run(['--diff', 'good']).out, '');
    assert.equal(cli.read('producer.properties').toString(), DUPLICATE);
  });

  it('masks secrets in a diff, and shows the lines around as they are', () => {
    cli.write({ 'producer.properties': `ssl.key.password=hunter2-x\n${DUPLICATE}` });
    const { out } = cli.run(['--diff', 'producer.properties']);
    assert.match(out, /^ ssl\.key\.password=•••$/m);
    assert.ok(!out.includes('hunter2'));
  });
});

describe('standard input on the command line', () => {
  const cli = useCli();

  it('is linted for a dash, under the name that is given', () => {
    const { code, out } = cli.run(['-'], NO_BATCHING);
    assert.equal(code, 1);
    assert.match(out, /^stdin\.properties:3:1 warning producer\/no-batching$/m);
    const named = cli.run(
      ['--stdin-filename', 'k.js', '-'],
      "const { Kafka } = require('kafkajs'); new Kafka({ brokers: 'a' });\n",
    );
    assert.match(named.out, /^k\.js:1:/m);
  });

  it('comes back fixed in its own encoding, or as a diff', () => {
    const latin1 = Buffer.concat([Buffer.from([0x23, 0xe9, 0x0a]), Buffer.from(DUPLICATE)]);
    const { bytes } = cli.runBytes(['--fix', '--stdin-filename', 'producer.properties'], latin1);
    assert.deepEqual(bytes, Buffer.from(latin1.toString('latin1').replace('linger.ms=10\n', ''), 'latin1'));
    const { out } = cli.run(['--diff', '-'], DUPLICATE);
    assert.match(out, /^-linger\.ms=10$/m);
  });
});

describe('kafka-lint init', () => {
  const cli = useCli();

  it('writes settings that are valid and change nothing, and never replaces any', () => {
    cli.write({ 'producer.properties': NO_BATCHING });
    const before = cli.json(['.']);
    assert.equal(cli.run(['init']).code, 0);
    assert.deepEqual(cli.json(['.']), before);
    const written = cli.read('.kafka-lint.json').toString();
    const { code, err } = cli.run(['init']);
    assert.deepEqual([code, err], [2, 'kafka-lint: .kafka-lint.json exists already, and stays as it is.\n']);
    assert.equal(cli.read('.kafka-lint.json').toString(), written);
  });
});

describe('kafka-lint monitoring init', () => {
  const cli = useCli();
  const BROKER =
    'process.roles=broker\nnode.id=1\nlisteners=PLAINTEXT://k1.example.com:9092\nlog.dirs=/var/lib/kafka\n';

  it('writes what watches the brokers of the folder, and replaces nothing', () => {
    cli.write({ 'server.properties': BROKER });
    const shown = cli.run(['monitoring', 'init', '--diff']);
    assert.match(shown.out, /^\+ {10}- 'k1\.example\.com:7071'$/m);
    assert.throws(() => cli.read('monitoring/prometheus.yml'), 'a diff writes nothing');
    assert.equal(cli.run(['monitoring', 'init']).code, 0);
    assert.match(cli.read('monitoring/prometheus.yml').toString(), /k1\.example\.com:7071/);
    assert.match(cli.run(['monitoring', 'init']).out, /is in monitoring already/);
    cli.write({ 'monitoring/prometheus.yml': 'global: {}\n' });
    const { out } = cli.run(['monitoring', 'init']);
    assert.match(out, /monitoring\/prometheus\.yml exists and stays as it is/);
    assert.equal(cli.read('monitoring/prometheus.yml').toString(), 'global: {}\n');
  });
});
