import assert from 'node:assert/strict';
import { DUPLICATE, GOOD, NO_BATCHING, useCli } from './support';

describe('kafka-lint', () => {
  const cli = useCli();

  describe('output', () => {
    it('shows the source line with carets under what is wrong', () => {
      cli.write({ 'producer.properties': NO_BATCHING });
      const { code, out } = cli.run(['producer.properties']);
      assert.equal(code, 1);
      assert.match(out, /^producer\.properties:3:1 warning producer\/no-batching$/m);
      assert.match(out, /^ {2}3 \| batch\.size=0\n {4}\| \^{12}$/m);
      assert.match(out, /in 1 of 1 file\./);
    });

    it('gives JSON with places from 1 and fixes by title', () => {
      cli.write({ 'producer.properties': DUPLICATE });
      const findings = cli.json(['.']);
      const duplicate = findings.find((finding) => finding.rule === 'properties/duplicate-key');
      assert.ok(duplicate);
      const { file, line, column, endLine, endColumn, severity, fixes } = duplicate;
      assert.deepEqual(
        { file, line, column, endLine, endColumn, severity },
        { file: 'producer.properties', line: 3, column: 1, endLine: 3, endColumn: 13, severity: 'warning' },
      );
      assert.ok(fixes.every(({ title }) => typeof title === 'string'));
      assert.ok(fixes.some(({ safe }) => safe));
    });

    it('gives JSON without findings for a clean folder', () => {
      cli.write({ 'other.txt': 'nothing' });
      const { code, out, err } = cli.run(['--format', 'json']);
      assert.deepEqual([code, err], [0, '']);
      assert.deepEqual(JSON.parse(out), { version: '1.2.3', files: [], notRead: [], findings: [] });
    });

    it('escapes what GitHub would take for syntax', () => {
      cli.write({ 'a,b/producer.properties': NO_BATCHING });
      const { out } = cli.run(['--format', 'github']);
      assert.match(
        out,
        /^::warning file=a%2Cb\/producer\.properties,line=3,endLine=3,col=1,endColumn=13,title=producer\/no-batching::/m,
      );
    });
  });

  describe('exit code', () => {
    beforeEach(() => cli.write({ 'bad/producer.properties': NO_BATCHING, 'good/producer.properties': GOOD }));

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
        const result = cli.run(args);
        assert.equal(result.code, code, result.err);
        assert.equal(code === 2, result.err !== '');
      });
    }
  });

  it('takes the role and the version from the command line', () => {
    cli.write({ 'tuning.properties': 'linger.ms=0\n' });
    const rules = (args: string[]) => cli.json([...args, 'tuning.properties']).map((finding) => finding.rule);
    assert.ok(rules(['--role', 'producer']).includes('producer/linger-zero'));
    cli.write({ 'server.properties': 'zookeeper.connect=zk:2181\nbroker.id=1\nlog.dirs=/data\n' });
    const errors = (target: string) =>
      cli.json(['--target', target, 'server.properties']).filter((finding) => finding.severity === 'error');
    assert.equal(errors('3.6').length, 0);
    assert.ok(errors('4.0').length > 0);
  });
});
