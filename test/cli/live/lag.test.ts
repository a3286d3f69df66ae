import assert from 'node:assert/strict';
import { readArguments } from '../../../server/src/cli/arguments';
import { lagJson } from '../../../server/src/cli/live/lagJson';
import { lagTable } from '../../../server/src/cli/live/lagTable';
import { jsonText } from '../../../server/src/escape/json';
import { HOSTILE, sampleReading } from './sample';

const AT = ['--bootstrap-server', 'localhost:9092'];
const read = (...args: string[]) => readArguments(['lag', ...args]);

describe('kafka-lint lag', () => {
  it('prints the groups that need somebody first, and says what is not known', async () => {
    const lines = lagTable(await sampleReading(), false).split('\n');
    assert.deepEqual(
      lines.map((line) => line.split(/ {2,}/)),
      [
        ['GROUP', 'STATE', 'MEMBERS', 'LAG', 'STATUS'],
        ['ahead', 'Empty', '0', '0', 'beyond the end, no members'],
        ['billing', 'Stable', '1', '100', '-'],
        ['fresh', 'Stable', '1', '60 + 1 unknown', '-'],
        ['a"b\\c␊d␛[31m', 'Empty', '0', '1', 'no members'],
        ['deleted', 'Empty', '0', 'unknown', 'no members'],
        [''],
      ],
    );
  });

  it('prints the partitions of a named group as kafka-consumer-groups.sh does', async () => {
    const table = lagTable(await sampleReading(['fresh']), true).split('\n\n')[1] ?? '';
    assert.deepEqual(
      table.split('\n').map((line) => line.split(/ {2,}/)),
      [
        'GROUP TOPIC PARTITION CURRENT-OFFSET LOG-END-OFFSET LAG STATUS CLIENT-ID HOST'.split(' '),
        ['fresh', 'orders', '0', '40', '100', '60', '-', 'app', '10.0.0.7'],
        ['fresh', 'orders', '1', '-', '100', 'nothing committed', '-', 'app', '10.0.0.7'],
        [''],
      ],
    );
  });

  it('gives scripts numbers, and null with a reason where there is none', async () => {
    const told = JSON.parse(jsonText(lagJson(await sampleReading(['fresh', HOSTILE]))));
    assert.equal(told.groups.length, 2);
    const [fresh, hostile] = told.groups;
    assert.deepEqual([fresh.lag, fresh.unknownPartitions, fresh.members], [60, 1, 1]);
    assert.deepEqual([fresh.partitions[1].lag, fresh.partitions[1].unknown], [null, 'no-commit']);
    assert.equal(hostile.group, HOSTILE);
  });

  it('is understood with its options', () => {
    assert.deepEqual(read(...AT, '--group', 'a', '--group', 'b', '--watch', '--interval', '5'), {
      kind: 'lag',
      options: {
        bootstrapServer: 'localhost:9092',
        groups: ['a', 'b'],
        format: 'text',
        watch: true,
        intervalMs: 5000,
      },
    });
    const listens = (where: string) => {
      const command = read(...AT, '--serve', where);
      return command.kind === 'lag' ? command.options.serve : command;
    };
    assert.deepEqual(listens('9308'), { host: '127.0.0.1', port: 9308 });
    assert.deepEqual(listens('[::1]:9308'), { host: '::1', port: 9308 });
    assert.deepEqual(listens('0.0.0.0:9308'), { host: '0.0.0.0', port: 9308 });
  });

  const refused: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [[], /needs --bootstrap-server/],
    [[...AT, 'file.properties'], /takes no paths/],
    [[...AT, '--fix'], /--fix does not belong to kafka-lint lag/],
    [[...AT, '--once', '--watch'], /either --watch or --once/],
    [[...AT, '--interval', '1'], /between 2 and 3600 seconds/],
    [[...AT, '--format', 'sarif'], /must be one of text, json/],
    [[...AT, '--serve', 'http://x:1/'], /host:port or a port/],
    [[...AT, '--serve', '9308', '--format', 'json'], /leave out --watch, --once and --format/],
  ];
  for (const [args, message] of refused) {
    it(`refuses ${args.slice(2).join(' ') || 'nothing'} with what to write`, () => {
      const command = read(...args);
      assert.ok(command.kind === 'usage-error');
      assert.match(command.message, message);
    });
  }

  it('has options that no other command has', () => {
    const command = readArguments(['--group', 'a', '.']);
    assert.ok(command.kind === 'usage-error' && /--group belongs to kafka-lint lag/.test(command.message));
  });
});
