import assert from 'node:assert/strict';
import { DUPLICATE, useCli } from './support';

describe('kafka-lint --fix', () => {
  const cli = useCli();
  it('writes safe fixes and keeps everything else byte for byte', () => {
    cli.write({ 'producer.properties': `# why\r\n${DUPLICATE.replaceAll('\n', '\r\n')}# end` });
    const { err } = cli.run(['--fix', '.']);
    assert.match(err, /^Applied 1 fix in 1 file\.$/m);
    const expected = '# why\r\nbootstrap.servers=kafka-1:9092\r\nacks=all\r\nlinger.ms=20\r\n# end';
    assert.equal(cli.read('producer.properties').toString(), expected);
  });

  it('writes nothing with --dry-run', () => {
    cli.write({ 'producer.properties': DUPLICATE });
    cli.run(['--fix', '--dry-run', '.']);
    assert.equal(cli.read('producer.properties').toString(), DUPLICATE);
  });

  it('keeps bytes that are not UTF-8', () => {
    const latin1 = Buffer.concat([Buffer.from([0x23, 0xe9, 0x0a]), Buffer.from(DUPLICATE)]);
    cli.write({ 'producer.properties': latin1 });
    cli.run(['--fix', '.']);
    const after = cli.read('producer.properties');
    assert.deepEqual([...after.subarray(0, 3)], [0x23, 0xe9, 0x0a]);
    assert.ok(!after.toString('latin1').includes('linger.ms=10'));
  });

  it('prints a mended standard input, and the findings beside it', () => {
    const { out, err } = cli.run(['--fix', '--stdin-filename', 'producer.properties'], DUPLICATE);
    assert.equal(out, DUPLICATE.replace('linger.ms=10\n', ''));
    assert.match(err, /file/);
  });
});
