import assert from 'node:assert/strict';
import { NEWEST_VERSION } from '../../server/src/catalogue/catalogue';
import { readSettings } from '../../server/src/settings/read';
import { settingsFor } from '../../server/src/settings/resolve';
import { readSettingsText } from '../../server/src/settings/settingsText';

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

  it('refuse a version that nobody here knows, and keep the newest', () => {
    const problemsOf = (targetVersion: string) => readSettings({ targetVersion }).problems.length;
    assert.deepEqual([NEWEST_VERSION, '9.9', '3.9.1', 'auto'].map(problemsOf), [0, 1, 0, 0]);
  });

  it('take options behind a severity, and let an override change some of them', () => {
    const raw = {
      rules: { 'consumer/poll-interval': ['error', { shortestMs: 1000, mostRecords: 50 }] },
      overrides: [{ files: ['slow/**'], rules: { 'consumer/poll-interval': ['default', { shortestMs: 5 }] } }],
    };
    const { severityOf, optionsOf } = resolve(raw, 'a.properties').lint;
    assert.equal(severityOf('consumer/poll-interval'), 'error');
    assert.deepEqual(optionsOf?.('consumer/poll-interval'), { shortestMs: 1000, mostRecords: 50 });
    assert.equal(optionsOf?.('topic/partition-count'), undefined);
    const slow = resolve(raw, 'slow/a.properties').lint;
    assert.equal(slow.severityOf('consumer/poll-interval'), undefined);
    assert.deepEqual(slow.optionsOf?.('consumer/poll-interval'), { shortestMs: 5, mostRecords: 50 });
  });

  it('name wrong options with their place, and keep the right ones', () => {
    const { settings, problems } = readSettings({
      rules: {
        'consumer/poll-interval': ['loud', { shortestMS: 1, mostRecords: 1, shortestMs: 7 }],
        'topic/partition-count': ['warning', 200],
        'producer/compression': ['warning', { any: 1 }],
      },
    });
    assert.deepEqual(settings.ruleOptions, { 'consumer/poll-interval': { shortestMs: 7 } });
    assert.deepEqual(problems, [
      {
        path: ['rules', 'consumer/poll-interval'],
        message:
          '"rules["consumer/poll-interval"]" must be one of "default", "off", "error", "warning", "information", "hint".',
      },
      {
        path: ['rules', 'consumer/poll-interval', 1, 'shortestMS'],
        message:
          '"rules["consumer/poll-interval"][1].shortestMS" is not an option of the rule. Did you mean "shortestMs"?',
      },
      {
        path: ['rules', 'consumer/poll-interval', 1, 'mostRecords'],
        message: '"rules["consumer/poll-interval"][1].mostRecords" must be a number of at least 2.',
      },
      {
        path: ['rules', 'topic/partition-count'],
        message:
          '"rules["topic/partition-count"]" must be a severity, or a list of a severity and an object with options.',
      },
      {
        path: ['rules', 'producer/compression'],
        message: '"producer/compression" has no options: write the severity alone.',
      },
    ]);
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
      rules: { 'producer/linger-zero': 'loud' },
      overrides: [{ role: 'producer' }, { files: ['a'], role: 'brokr' }],
      exclude: [1],
      inlayHint: 'off',
      inlayHints: 'off',
    });
    assert.deepEqual(
      problems.map(({ message }) => message),
      [
        '"inlayHint" is not a setting. Did you mean "inlayHints"?',
        `"targetVersion" must be "auto" or a Kafka version up to "${NEWEST_VERSION}", the newest that this release knows.`,
        '"profile" must be one of "none", "throughput", "latency", "durability", "balanced".',
        '"rules["producer/linger-zero"]" must be one of "default", "off", "error", "warning", "information", "hint".',
        '"overrides[0]" must be an object with "files".',
        '"overrides[1].role" must be one of "broker", "controller", "combined", "topic", "producer", "consumer", "admin", "client", "connect-standalone", "connect-distributed", "connector", "streams", "mirror-maker".',
        '"exclude" must be an array of strings.',
      ],
    );
    assert.equal(settings.inlayHints, 'off');
  });

  for (const raw of [null, 7, 'text', [], true]) {
    it(`survive ${JSON.stringify(raw)}`, () => {
      const { settings, problems } = readSettings(raw);
      assert.equal(problems.length, raw === null ? 0 : 1);
      assert.equal(settingsFor(settings, 'a.properties').enabled, true);
    });
  }

  it('leave out a glob that cannot be used, and keep the others', () => {
    const { settings, problems } = readSettings({ exclude: ['*.j2', 'x'.repeat(70_000), ''], rules: { '*': 'off' } });
    assert.deepEqual(
      problems.map(({ path }) => path),
      [
        ['exclude', 1],
        ['exclude', 2],
      ],
    );
    assert.equal(settingsFor(settings, 'a.j2').enabled, false);
    assert.equal(settingsFor(settings, 'a.properties').enabled, true);
    assert.equal(settingsFor(settings, 'a.properties').lint.severityOf('producer/compression'), 'off');
  });

  it('may name severities shortly', () => {
    const at = resolve({ rules: { 'producer/*': 'warn', 'topic/*': 'info' } }, 'a.properties').lint.severityOf;
    assert.deepEqual([at('producer/compression'), at('topic/unknown-config')], ['warning', 'information']);
  });

  it('say which rule was meant', () => {
    const messages = (rules: object) => readSettings({ rules }).problems.map(({ message }) => message);
    assert.deepEqual(
      messages({ 'producer/linger-zer': 'off', compression: 'off', 'prodcer/*': 'off', nonsense: 'off' }),
      [
        '"producer/linger-zer" is not a rule. Did you mean "producer/linger-zero"?',
        '"compression" is not a rule. Did you mean "producer/compression"?',
        '"prodcer/*" is not a rule. Did you mean "producer/*"?',
        '"nonsense" is not a rule.',
      ],
    );
  });

  it('tell tests and examples by whole names of folders, which can be chosen', () => {
    const at = (path: string, raw = {}) => resolve(raw, path).hints.development;
    assert.deepEqual(
      ['examples/a.properties', 'x/Test/b.properties', 'src/a.spec.ts', 'x/__tests__/a.js'].map((path) => at(path)),
      [true, true, true, true],
    );
    assert.deepEqual(
      ['demo-platform/a.properties', 'my-tests/b.properties', 'demo.properties', 'latest/a.properties'].map((path) =>
        at(path),
      ),
      [false, false, false, false],
    );
    assert.equal(at('demo-platform/a.properties', { developmentFolders: ['demo-platform'] }), true);
    assert.equal(at('examples/a.properties', { developmentFolders: [] }), false);
  });
});

describe('the text of a settings file', () => {
  it('may have comments, commas at the end and a byte order mark', () => {
    const { problems, settings } = readSettingsText('\uFEFF{\n  // why\n  "rules": { "*": "off", },\n}\n');
    assert.deepEqual(problems, []);
    assert.deepEqual(settings.rules, { '*': 'off' });
  });

  it('has the place of each mistake', () => {
    const { problems } = readSettingsText(
      '{\n  "rules": {\n    "producer/linger-zer": "off"\n  },\n  "overrides": [{ "files": 1 }]\n}\n',
    );
    assert.deepEqual(
      problems.map(({ line, column }) => [line, column]),
      [
        [3, 5],
        [5, 19],
      ],
    );
    assert.deepEqual(readSettingsText('{ "rules": { }').problems, [
      { line: 1, column: 15, message: 'This is not JSON: close brace expected.' },
    ]);
  });

  for (const text of ['', '[', '['.repeat(100_000), 'null', '[]', '{"a":{"a":', '\u0000']) {
    it(`is judged and does no harm: ${JSON.stringify(text.slice(0, 20))}`, () => {
      const { problems, settings } = readSettingsText(text);
      assert.ok(text === 'null' || problems.length > 0);
      assert.equal(settingsFor(settings, 'a.properties').enabled, true);
    });
  }
});
