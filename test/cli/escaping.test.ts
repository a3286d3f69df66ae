import assert from 'node:assert/strict';
import { useCli } from './support';

const HOSTILE = '\u001b[2J\u0007\u009b31m\u202e';

describe('what a file brings into the output', () => {
  const cli = useCli();
  const producer = (value: string) => `bootstrap.servers=a:9092\nacks=${value}\nbatch.size=0\n`;

  for (const format of ['text', 'github']) {
    it(`moves no cursor and rings no bell in ${format}`, () => {
      cli.write({ [`${HOSTILE}producer.properties`]: producer(`x${HOSTILE}`) });
      const { out } = cli.run(['--format', format]);
      assert.match(out, /producer\/no-batching/);
      assert.doesNotMatch(out.replaceAll('\n', ''), /[\p{Cc}\u202e]/u);
    });
  }

  it('is no workflow command on GitHub, whatever a file is called and holds', () => {
    cli.write({
      '::error::a\n::error::b.properties': producer('x'),
      'client.properties': producer('\\\n  ::error::c\\u000a::error::d\\\n  ##[error]e'),
    });
    for (const args of [[], ['--preset', 'throughput', '--dry-run', '.'], ['upgrade', '--target', '4.1']]) {
      const { out, err } = cli.run(args);
      assert.doesNotMatch(out + err, /^\s*::|##\[/m, args.join(' '));
    }
    const commands = cli.run(['--format', 'github']).out.trimEnd().split('\n');
    assert.ok(commands.every((line) => /^::(?:error|warning|notice) file=/.test(line)));
  });

  it('is well-formed JSON and SARIF with half a surrogate pair in it', () => {
    cli.write({ 'producer.properties': producer('\\ud83d') });
    for (const format of ['json', 'sarif']) {
      const { out } = cli.run(['--format', format]);
      assert.match(out, /producer/);
      assert.doesNotMatch(out, /\\ud[89a-f]|\p{Surrogate}/iu);
    }
  });

  it('is shown as a whole up to 400 characters, and from the finding on where lines are longer', () => {
    const topics = Array.from({ length: 30 }, (_, index) => `topic-${index}`).join(',');
    cli.write({
      'a.js': `const { Kafka } = require('kafkajs'); new Kafka({ clientId: '${topics}', brokers: 'a:9092' });\n`,
    });
    assert.match(cli.run(['a.js']).out, /const \{ Kafka \}.*topic-29.*brokers: 'a:9092' \}\);$/m);
    cli.write({
      'a.js': `const { Kafka } = require('kafkajs'); /* ${'x'.repeat(5000)} */ new Kafka({ brokers: 'a:9092' });\n`,
    });
    const { out } = cli.run(['a.js']);
    assert.match(out, /^ {2}1 \| ….*brokers: 'a:9092'/m);
    assert.ok(out.length < 5000);
  });
});
