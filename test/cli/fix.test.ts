import assert from 'node:assert/strict';
import { chmodSync, linkSync, lstatSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { replaceFile } from '../../server/src/disk/replaceFile';
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

  it('keeps mode, owner and symbolic links', () => {
    cli.write({ 'real/producer.properties': DUPLICATE });
    chmodSync(cli.at('real/producer.properties'), 0o640);
    symlinkSync('real/producer.properties', cli.at('link.properties'));
    const before = statSync(cli.at('real/producer.properties'));
    assert.equal(cli.run(['--fix', '--role', 'producer', 'link.properties']).code, 0);
    const after = statSync(cli.at('real/producer.properties'));
    assert.ok(lstatSync(cli.at('link.properties')).isSymbolicLink());
    assert.ok(!cli.read('real/producer.properties').includes('linger.ms=10'));
    assert.deepEqual([after.mode, after.uid, after.gid], [before.mode, before.uid, before.gid]);
    assert.deepEqual(readdirSync(cli.at('real')), ['producer.properties']);
  });

  it('fixes a file under all of its names', () => {
    cli.write({ 'producer.properties': DUPLICATE });
    linkSync(cli.at('producer.properties'), cli.at('other.properties'));
    cli.run(['--fix', 'producer.properties']);
    assert.equal(statSync(cli.at('other.properties')).nlink, 2);
    assert.ok(!cli.read('other.properties').includes('linger.ms=10'));
  });

  it('leaves a read-only file alone, and says so under its name beside its findings', () => {
    cli.write({ 'producer.properties': DUPLICATE });
    chmodSync(cli.at('producer.properties'), 0o444);
    const { code, out, err } = cli.run(['--fix', '.']);
    assert.equal(code, 2);
    assert.equal(cli.read('producer.properties').toString(), DUPLICATE);
    assert.match(err, /^kafka-lint: producer\.properties: is read-only; make it writable \(chmod u\+w\)/m);
    assert.match(err, /^Applied 0 fixes in 0 files\.$/m);
    assert.match(out, /properties\/duplicate-key/);
  });

  for (const links of ['none', 'another name']) {
    it(`keeps what was written meanwhile (links: ${links})`, () => {
      cli.write({ 'a.properties': 'linger.ms=5\n# typed meanwhile\n' });
      if (links !== 'none') linkSync(cli.at('a.properties'), cli.at('b.properties'));
      assert.throws(
        () => replaceFile(cli.at('a.properties'), Buffer.from('linger.ms=5\n'), Buffer.from('linger.ms=6\n')),
        /was changed by another program meanwhile/,
      );
      assert.equal(cli.read('a.properties').toString(), 'linger.ms=5\n# typed meanwhile\n');
      assert.ok(readdirSync(cli.at('.')).every((name) => name.endsWith('.properties')));
    });
  }
});
