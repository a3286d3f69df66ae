import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { NO_BATCHING, useCli } from './support';

describe('findings that are known already', () => {
  const cli = useCli();
  const rules = (args: readonly string[]) => cli.json(args).map(({ rule }) => rule);

  it('are left out by a baseline, also when lines move, and new ones are not', () => {
    cli.write({ 'producer.properties': NO_BATCHING });
    assert.match(
      cli.run(['--baseline', 'known.json', '--update-baseline', '.']).err,
      /^Wrote \d+ findings into known\.json\.$/m,
    );
    cli.write({ 'producer.properties': `# moved\n\n${NO_BATCHING}` });
    const again = cli.run(['--baseline', 'known.json', '.']);
    assert.equal(again.code, 0);
    assert.match(again.out, /^No findings in 1 file\. The baseline knows \d+ others\.$/m);
    cli.write({
      'producer.properties': `${NO_BATCHING}linger.ms=1\nlinger.ms=2\n`,
      'other/producer.properties': NO_BATCHING,
    });
    const found = rules(['--baseline', 'known.json', 'producer.properties']);
    assert.ok(found.includes('properties/duplicate-key') && !found.includes('producer/no-batching'));
    assert.ok(rules(['--baseline', 'known.json', 'other']).includes('producer/no-batching'));
  });

  it('count as often as they were there', () => {
    const directive = '# kafka-lint-ignore producer/nonsense\n';
    cli.write({ 'producer.properties': `acks=all\n${directive}` });
    cli.run(['--baseline', 'known.json', '--update-baseline', '.']);
    cli.write({ 'producer.properties': `acks=all\n${directive.repeat(3)}` });
    const found = rules(['--baseline', 'known.json', '.']);
    assert.equal(found.filter((rule) => rule === 'directive/unknown-rule').length, 2);
  });

  it('hold no secret, and no hash of one', () => {
    for (const secret of ['hunter2', 'hunter3']) {
      cli.write({
        'client.properties': `bootstrap.servers=a:9092\nsecurity.protocol=SSL\nssl.key.password=${secret}\n`,
      });
      cli.run(['--baseline', `${secret}.json`, '--update-baseline', 'client.properties']);
    }
    assert.equal(cli.read('hunter2.json').toString(), cli.read('hunter3.json').toString());
  });

  it('are told where the file is no baseline', () => {
    cli.write({ 'producer.properties': NO_BATCHING, 'a.json': '{', 'b.json': '[]' });
    assert.match(cli.run(['--baseline', 'a.json', '.']).err, /a\.json: this is not JSON/);
    assert.match(cli.run(['--baseline', 'b.json', '.']).err, /b\.json: this is not a baseline/);
  });
});

describe('--since', () => {
  const cli = useCli();
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false', ...args],
      {
        cwd: cli.at('.'),
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
  const filesIn = (args: readonly string[]) => [...new Set(cli.json(args).map(({ file }) => file))];

  it('lints what the branch and the working tree changed, and new files', () => {
    git('init', '-q', '-b', 'main');
    cli.write({
      'a/producer.properties': NO_BATCHING,
      'b/producer.properties': NO_BATCHING,
      'c/producer.properties': NO_BATCHING,
    });
    git('add', '.');
    git('commit', '-q', '-m', 'first');
    git('checkout', '-q', '-b', 'topic');
    cli.write({ 'a/producer.properties': `# x\n${NO_BATCHING}` });
    git('commit', '-qam', 'second');
    git('checkout', '-q', 'main');
    cli.write({ 'c/producer.properties': `# others\n${NO_BATCHING}` });
    git('commit', '-qam', 'theirs');
    git('checkout', '-q', 'topic');
    cli.write({ 'new dir/producer.properties': NO_BATCHING });
    assert.deepEqual(filesIn(['--since', 'main', '.']), ['a/producer.properties', 'new dir/producer.properties']);
    assert.deepEqual(filesIn(['--since', 'HEAD', '.']), ['new dir/producer.properties']);
  });

  it('says that a revision is not there, or what Git says, and takes none for an option', () => {
    cli.write({ 'producer.properties': NO_BATCHING });
    assert.match(cli.run(['--since', 'main', '.']).err, /--since main: fatal: not a git repository/);
    git('init', '-q');
    assert.match(
      cli.run(['--since', 'nowhere', '.']).err,
      /--since nowhere: Git knows no such revision here; a shallow/,
    );
    for (const revision of ['nowhere', '--output=x']) {
      const { code, err } = cli.run([`--since=${revision}`, '.']);
      assert.equal(code, 2);
      assert.match(err, new RegExp(`--since ${revision}: `));
    }
  });
});
