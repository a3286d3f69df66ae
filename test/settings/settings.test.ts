import assert from 'node:assert/strict';
import { readSettings } from '../../server/src/settings/read';
import { settingsFor } from '../../server/src/settings/resolve';

const resolve = (raw: unknown, path: string) => {
  const { settings, problems } = readSettings(raw);
  assert.deepEqual(problems, []);
  return settingsFor(settings, path);
};

describe('settings', () => {
  it('take the most specific rule name, and a later override over an earlier one', () => {
    const raw = {
      rules: { '*': 'hint', 'producer/*': 'warning', 'producer/linger-zero': 'off' },
      overrides: [
        { files: ['test/**'], rules: { 'producer/*': 'off' } },
        { files: ['test/strict/**'], rules: { 'producer/compression': 'error' } },
      ],
    };
    const at = (path: string, rule: string) => resolve(raw, path).lint.severityOf(rule);
    assert.equal(at('server.properties', 'broker/thread-counts'), 'hint');
    assert.equal(at('server.properties', 'producer/compression'), 'warning');
    assert.equal(at('server.properties', 'producer/linger-zero'), 'off');
    assert.equal(at('test/a.properties', 'producer/compression'), 'off');
    assert.equal(at('test/strict/a.properties', 'producer/compression'), 'error');
  });

  it('give back a rule its own severity with "default"', () => {
    const raw = { rules: { '*': 'off', 'topic/*': 'default' } };
    assert.equal(resolve(raw, 'a.properties').lint.severityOf('topic/unknown-config'), undefined);
  });

  it('match a glob without a slash in any folder', () => {
    const raw = {
      exclude: ['*.j2'],
      overrides: [{ files: 'tool.properties', role: 'producer', targetVersion: '3.6.1' }],
    };
    assert.equal(resolve(raw, 'deep/down/server.properties.j2').enabled, false);
    assert.equal(resolve(raw, 'deep/down/server.properties').enabled, true);
    assert.deepEqual(resolve(raw, 'deep/tool.properties').hints, {
      development: false,
      role: 'producer',
      version: '3.6',
    });
  });

  it('let an override switch linting off for its files', () => {
    const raw = { overrides: [{ files: ['vendor/**'], enable: false }] };
    assert.equal(resolve(raw, 'vendor/kafka/server.properties').enabled, false);
    assert.equal(resolve(raw, 'server.properties').enabled, true);
  });

  it('name every mistake with its path and keep the rest', () => {
    const { settings, problems } = readSettings({
      targetVersion: 'latest',
      profile: 'fast',
      rules: { 'producer/linger-zero': 'loud', 'producer/linger-zer': 'off', compression: 'off' },
      overrides: [{ role: 'producer' }, { files: ['a'], role: 'brokr' }],
      exclude: [1],
      inlayHint: 'off',
      inlayHints: 'off',
    });
    assert.deepEqual(problems.map(({ message }) => message), [
      '"inlayHint" is not a setting. Did you mean "inlayHints"?',
      '"targetVersion" must be "auto" or a Kafka version such as "3.9".',
      '"profile" must be one of "none", "throughput", "latency", "durability", "balanced".',
      '"rules["producer/linger-zero"]" must be one of "default", "off", "error", "warning", "information", "hint".',
      '"overrides[0]" must be an object with "files".',
      '"overrides[1].role" must be one of "broker", "controller", "combined", "topic", "producer", "consumer", "admin", "client", "connect-standalone", "connect-distributed", "connector", "streams", "mirror-maker".',
      '"exclude" must be an array of strings.',
    ]);
    assert.equal(settings.inlayHints, 'off');
  });

  for (const raw of [null, 7, 'text', [], true]) {
    it(`survive ${JSON.stringify(raw)}`, () => {
      const { settings, problems } = readSettings(raw);
      assert.equal(problems.length, raw === null ? 0 : 1);
      assert.equal(settingsFor(settings, 'a.properties').enabled, true);
    });
  }
});
