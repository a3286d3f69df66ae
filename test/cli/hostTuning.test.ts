import assert from 'node:assert/strict';
import { useCli } from './support';

describe('kafka-lint host-tuning', () => {
  const cli = useCli();

  it('shows what it would write, and writes nothing', () => {
    const { code, out, err } = cli.run(['host-tuning']);
    assert.equal(code, 0);
    assert.match(out, /^\+vm\.swappiness = 1$/m);
    assert.match(out, /^\+LimitNOFILE=100000$/m);
    assert.match(out, /^\+# Undo: remove the file/m);
    assert.match(err, /Nothing was written\./);
    assert.equal(cli.run(['.']).out.includes('sysctl'), false);
  });

  it('writes files that are right, and has nothing to add then', () => {
    assert.equal(cli.run(['host-tuning', '--yes']).code, 0);
    assert.deepEqual(cli.json(['.', '--min-severity', 'information']), []);
    assert.match(cli.run(['host-tuning', '--yes']).err, /Nothing to add/);
  });

  it('completes a file for Kafka, and leaves what it says', () => {
    cli.write({
      'sysctl.d/99-kafka.conf': '# Kafka\nvm.swappiness = 10\n',
      'kafka.service': '[Service]\nExecStart=/opt/kafka/bin/kafka-server-start.sh s\n',
      'limits.d/kafka.conf': 'kafka hard nofile 200000\n',
    });
    const { out } = cli.run(['host-tuning', '--yes']);
    assert.doesNotMatch(out, /90-kafka/);
    const text = (name: string): string => cli.read(name).toString();
    assert.match(
      text('sysctl.d/99-kafka.conf'),
      /^# Kafka\nvm\.swappiness = 10\n# .*\nvm\.dirty_background_ratio = 5\n# .*\nvm\.max_map_count = 262144\n$/,
    );
    assert.match(text('kafka.service'), /kafka-server-start\.sh s\n# .*\nLimitNOFILE=100000\n$/);
    assert.equal(text('limits.d/kafka.conf'), 'kafka hard nofile 200000\n');
  });

  it('takes no options of other commands', () => {
    assert.equal(cli.run(['host-tuning', '--fix']).code, 2);
  });
});
