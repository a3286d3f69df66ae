import assert from 'node:assert/strict';
import { applyPreset, knownPresets, presetAsJson, reportPreset } from '../../server/src/cli/preset';
import { parseDocument } from '../../server/src/formats/registry';
import type { ConfigDocument } from '../../server/src/model/document';
import { useCli } from './support';

const PRODUCER = 'bootstrap.servers=a:9092,b:9092\nkey.serializer=S\nacks=all\nlinger.ms=0\n';

function parse(name: string, text: string): ConfigDocument {
  const document = parseDocument({ uri: `file:///w/${name}`, path: `/w/${name}`, text });
  assert.ok(document && document.scopes.length > 0);
  return document;
}

describe('a preset on the command line', () => {
  const producer = parse('producer.properties', PRODUCER);

  it('changes a file, and leaves what needs a person to --yes', () => {
    const careful = applyPreset(producer, 'p', { preset: 'latency', yes: false }, {});
    const agreed = applyPreset(producer, 'p', { preset: 'latency', yes: true }, {});
    assert.ok(careful && agreed);
    const kept = careful.changes.filter(({ applied }) => !applied);
    assert.ok(kept.every(({ confirm }) => confirm));
    assert.ok(agreed.changes.every(({ applied }) => applied));
    assert.equal(agreed.changes.length, careful.changes.length);
    for (const { key, applied, to } of careful.changes) {
      if (to !== undefined) assert.equal(careful.text.includes(`\n${key}=${to}\n`), applied, key);
    }
  });

  it('is for roles: one of its own for topics does nothing to a producer', () => {
    const own = { cheap: { topic: { 'retention.ms': '1000' } } };
    const none = applyPreset(producer, 'p', { preset: 'cheap', yes: true }, own);
    assert.deepEqual([none.fits, none.text], [false, PRODUCER]);
    const topic = applyPreset(
      parse('orders-topic.properties', 'cleanup.policy=delete\n'),
      't',
      { preset: 'cheap', yes: true },
      own,
    );
    assert.match(topic?.text ?? '', /^retention\.ms=1000$/m);
  });

  it('is known by its name, its own and the built-in ones, each once', () => {
    const known = knownPresets({ cheap: {}, latency: {} });
    assert.ok(known.includes('cheap') && known.includes('throughput'));
    assert.equal(known.filter((name) => name === 'latency').length, 1);
  });

  it('is told with reasons, prices, and what was left out', () => {
    const own = { fast: { producer: { acks: '1', 'linger.ms': '20' } } };
    const result = applyPreset(producer, 'p.properties', { preset: 'fast', yes: false }, own);
    assert.ok(result);
    const told = reportPreset(result, 'fast');
    assert.match(told, /^p\.properties: preset fast\n/);
    assert.match(told, /^ {2}linger\.ms: 0 -> 20/m);
    const json = presetAsJson(result);
    assert.deepEqual(
      json.map((change) => ('key' in change ? change.key : '')),
      result.changes.map(({ key }) => key),
    );
    const again = applyPreset(parse('producer.properties', result.text), 'p', { preset: 'fast', yes: false }, own);
    assert.ok(again?.changes.every(({ applied }) => !applied));
  });

  it('says so when there is nothing to change', () => {
    const own = { same: { producer: { 'linger.ms': '0' } } };
    const result = applyPreset(producer, 'p', { preset: 'same', yes: false }, own);
    assert.ok(result);
    assert.equal(reportPreset(result, 'same'), 'p: nothing to change for preset same\n');
  });
});

describe('kafka-lint --preset', () => {
  const cli = useCli();
  beforeEach(() => cli.write({ 'producer.properties': PRODUCER }));
  const read = () => cli.read('producer.properties').toString();

  it('says what is wrong with the name, and nothing of the file', () => {
    const { code, err } = cli.run(['--preset', 'thrughput', 'producer.properties']);
    assert.equal(code, 2);
    assert.match(err, /^kafka-lint: there is no preset thrughput; .* Did you mean throughput\?\n$/);
  });

  it('says of a file that is read that the preset is not for it', () => {
    cli.write({
      '.kafka-lint.json': '{ "presets": { "cheap": { "topic": { "retention.ms": 1000 } } } }',
    });
    const { out, err } = cli.run(['--preset', 'cheap', 'producer.properties']);
    assert.equal(out, 'producer.properties: preset cheap has nothing for what this file configures\n');
    assert.equal(err, 'kafka-lint: no file here can take the preset cheap.\n');
  });

  it('writes the file, but not with --dry-run', () => {
    const dry = cli.run(['--preset', 'throughput', '--dry-run', '.']);
    assert.equal(dry.code, 0);
    assert.equal(read(), PRODUCER);
    const { code, out } = cli.run(['--preset', 'throughput', '.']);
    assert.deepEqual([code, out], [0, dry.out]);
    assert.notEqual(read(), PRODUCER);
    assert.match(cli.run(['--preset', 'throughput', '.']).out, /nothing to change|left out/);
  });

  it('gives JSON', () => {
    const changes = JSON.parse(cli.run(['--preset', 'throughput', '--dry-run', '--format', 'json', '.']).out);
    assert.ok(changes.length > 0);
    for (const { file, key, reason, applied } of changes) {
      assert.deepEqual(
        [file, typeof key, typeof reason, typeof applied],
        ['producer.properties', 'string', 'string', 'boolean'],
      );
    }
  });

  it('names the presets that there are when the wanted one is none of them', () => {
    cli.write({ '.kafka-lint.json': '{"presets":{"cheap":{"topic":{"retention.ms":1000}}}}' });
    const { code, err } = cli.run(['--preset', 'cheep', '.']);
    assert.equal(code, 2);
    assert.match(err, /there is no preset cheep; there are .*throughput.*cheap/);
    assert.match(cli.run(['--preset', 'cheap', '.']).err, /no file here can take the preset cheap/);
  });

  it('goes on with the other files when one cannot be read', () => {
    const { code, err } = cli.run(['--preset', 'throughput', 'missing.properties', 'producer.properties']);
    assert.equal(code, 2);
    assert.match(err, /missing\.properties: no such file/);
    assert.notEqual(read(), PRODUCER);
  });
});
