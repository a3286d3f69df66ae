import assert from 'node:assert/strict';
import { GOOD, useCli } from './support';

describe('kafka-lint checklist', () => {
  const cli = useCli();

  it('prints a list to tick off, with places and fixes', () => {
    cli.write({ 'producer.properties': GOOD, 'old/producer.properties': GOOD.replace('linger.ms=20', 'linger.ms=0') });
    const { code, out } = cli.run(['checklist', '.']);
    assert.match(out, /^# Kafka checklist$/m);
    assert.match(out, /^\d+ of \d+ lines pass \(\d+ %\), \d+ fail, \d+ are unknown; \d+ do not apply\.$/m);
    assert.match(
      out,
      /^- \[ \] Wait some milliseconds for a batch to fill: \*\*fail\*\*\n {2}- With linger\.ms=0 .* \(old\/producer\.properties:\d+\)\n {2}- Fix: /m,
    );
    assert.match(out, /^- \[x\] Send records in batches: pass$/m);
    assert.equal(code, 0);
    assert.equal(cli.run(['checklist', '.', '--fail-on', 'hint']).code, 1);
  });

  it('gives JSON', () => {
    cli.write({ 'producer.properties': GOOD });
    const { counts, percent, lines } = JSON.parse(cli.run(['checklist', '--format', 'json']).out);
    assert.equal(lines.length, 23);
    assert.equal(percent, Math.floor((counts.pass * 100) / (23 - counts['not-applicable'])));
    const linger = lines.find(({ id }: { id: string }) => id === 'producer-linger');
    assert.deepEqual([linger.state, linger.file], ['pass', 'producer.properties']);
    assert.equal(typeof linger.line, 'number');
  });

  it('lets no text of a file make Markdown or reach the terminal', () => {
    cli.write({ 'producer.properties': GOOD.replace('linger.ms=20', 'linger.ms=0\nclient.id=[x](y)\u001b[31m') });
    const { out } = cli.run(['checklist']);
    assert.ok(!out.includes('\u001b') && !out.includes('[x](y)'));
  });

  it('reports only', () => {
    for (const args of [['--fix'], ['--format', 'sarif'], ['--bootstrap-server', 'a:1']])
      assert.equal(cli.run(['checklist', ...args]).code, 2, args.join(' '));
  });
});
