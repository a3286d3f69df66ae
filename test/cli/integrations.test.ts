import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { readArguments } from '../../server/src/cli/arguments';
import { readSettingsText } from '../../server/src/settings/settingsText';
import { NO_BATCHING, useCli } from './support';

const read = (file: string) => readFileSync(file, 'utf8');

describe('the schema of the settings file', () => {
  const cli = useCli();
  const validate = new Ajv({ strict: false }).compile(JSON.parse(read('schema/kafka-lint.schema.json')));

  const TEXTS: [string, boolean][] = [
    ['{}', true],
    ['{ "rules": { "*": "off", "producer/*": "warn", "producer/linger-zero": "info" } }', true],
    [
      '{ "overrides": [{ "files": ["a/**"], "role": "producer", "rules": { "broker/*": "off" } }], "exclude": "*.j2" }',
      true,
    ],
    ['{ "presets": { "cheap": { "topic": { "retention.ms": 86400000 } } }, "developmentFolders": [] }', true],
    ['{ "rules": { "producer/linger-zer": "off" } }', false],
    ['{ "ruls": {} }', false],
    ['{ "targetVersion": "newest" }', false],
    ['{ "overrides": [{ "role": "producer" }] }', false],
    ['{ "overrides": [{ "files": [], "colour": 1 }] }', false],
    ['{ "presets": { "cheap": { "tpic": {} } } }', false],
    ['[]', false],
  ];
  for (const [text, isGood] of TEXTS) {
    it(`judges as the reader does: ${text}`, () => {
      assert.deepEqual([validate(JSON.parse(text)), readSettingsText(text).problems.length === 0], [isGood, isGood]);
    });
  }

  it('accepts what kafka-lint init writes and what the documentation shows', () => {
    cli.run(['init']);
    const shown = [
      ...read('docs/settings.md').matchAll(/```jsonc\n([\s\S]*?)```/g),
      ...read('README.md').matchAll(/```json\n([\s\S]*?)```/g),
    ];
    const texts = [cli.read('.kafka-lint.json').toString(), ...shown.map(([, text = '']) => text)].filter(
      (text) => !text.includes('mcpServers'),
    );
    assert.ok(texts.length >= 2);
    for (const text of texts) {
      const { raw, problems } = readSettingsText(text);
      assert.deepEqual(problems, []);
      assert.ok(validate(raw), JSON.stringify(validate.errors));
    }
  });
});

describe('what the documentation runs', () => {
  it('are options that exist', () => {
    const commands = ['README.md', 'docs/ci.md'].flatMap((file) =>
      [...read(file).matchAll(/(?:npx (?:--yes )?kafka-config-lint|kafka-lint) ((?:--|upgrade )[^#\n'"`]*)/g)].map(
        ([, line = '']) => line.trim(),
      ),
    );
    assert.ok(commands.length > 8);
    for (const command of commands) {
      const args = command.replace(/ > .*/, '').split(/\s+/);
      const { kind } = readArguments(args);
      assert.notEqual(kind, 'usage-error', command);
    }
  });
});

describe('the action and the hook', () => {
  const cli = useCli();

  it('hand their inputs on as words, and run none of them', () => {
    const { runs } = parse(read('action.yml'));
    // Stands for npx, and says what it was given.
    cli.write({ 'bin/npx': '#!/bin/sh\nprintf "[%s]" "$@"\n' });
    chmodSync(cli.at('bin/npx'), 0o755);
    const [{ run }] = runs.steps;
    const env = {
      PATH: `${cli.at('bin')}:${process.env.PATH}`,
      PATHS: 'config $(touch hacked)',
      ARGUMENTS: '--since main',
      SARIF_FILE: '',
      VERSION: '1.0.0',
    };
    const out = execFileSync('bash', ['-e', '-c', run], { cwd: cli.at('.'), env, encoding: 'utf8' });
    assert.equal(
      out,
      '[--yes][kafka-config-lint@1.0.0][--since][main][--format][github][--][config][$(touch][hacked)]',
    );
    const sarif = execFileSync('bash', ['-e', '-c', run], {
      cwd: cli.at('.'),
      env: { ...env, SARIF_FILE: 'a b.sarif' },
      encoding: 'utf8',
    });
    assert.match(sarif, /\[--format\]\[sarif\]\[--output-file\]\[a b\.sarif\]\[--\]/);
  });

  it('ask for files that the formats read', () => {
    const [hook] = parse(read('.pre-commit-hooks.yaml'));
    const files = new RegExp(hook.files);
    for (const name of ['a/server.properties', 'k.js', 'k.mts', 'k.tsx', 'kafka.conf'])
      assert.ok(files.test(name), name);
    assert.ok(!files.test('README.md'));
  });
});

describe('the process', () => {
  const start = (args: readonly string[], input: string) =>
    spawnSync(process.execPath, ['--import', 'tsx', join(process.cwd(), 'server', 'src', 'cli.ts'), ...args], {
      input,
      encoding: 'utf8',
      cwd: process.cwd(),
    });

  it('reads standard input, prints, and ends with the code', () => {
    const { status, stdout, stderr } = start(['-'], NO_BATCHING);
    assert.equal(status, 1, stderr);
    assert.match(stdout, /stdin\.properties:3:1 warning producer\/no-batching/);
  });

  it('refuses an endless standard input', () => {
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" --import tsx "${join('server', 'src', 'cli.ts')}" - < /dev/zero`],
      { encoding: 'utf8', cwd: process.cwd() },
    );
    assert.equal(status, 2);
    assert.match(stderr, /^kafka-lint: standard input has more than 15 MiB\.$/m);
  });
});
