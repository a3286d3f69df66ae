import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

const ROOT = join(__dirname, '..', '..');
const FOLDER = mkdtempSync(join(tmpdir(), 'kafka-config-lint-package-'));
const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

const run = (file: string, args: readonly string[], cwd = FOLDER): string =>
  execFileSync(file, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

describe('the packages', () => {
  const vsix = join(FOLDER, `${name}-${version}.vsix`);
  const tarball = join(FOLDER, `${name}-${version}.tgz`);
  let unzipped: Readonly<Record<string, Uint8Array>> = {};
  const ofVsix = (path: string): string => strFromU8(unzipped[`extension/${path}`] ?? new Uint8Array());

  before(function () {
    this.timeout(180_000);
    run(process.execPath, [join(ROOT, 'scripts', 'package.mjs'), '--out', FOLDER], ROOT);
    unzipped = unzipSync(readFileSync(vsix));
    writeFileSync(join(FOLDER, 'package.json'), '{}');
    run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball]);
  });
  after(() => rmSync(FOLDER, { recursive: true, force: true }));

  it('give a command of the package’s own name, which npx finds', () => {
    writeFileSync(join(FOLDER, 'producer.properties'), 'bootstrap.servers=a:9092\nacks=1\nlingr.ms=20\n');
    const lint = (): string => run('npx', ['--offline', name, '--format', 'json', 'producer.properties']);
    assert.throws(lint, ({ status, stdout }) => status === 1 && /unknown-key/.test(stdout));
    assert.match(run('npx', ['--offline', name, '--explain', 'producer/no-batching']), /^# /m);
  });

  it('give a language server that answers', async () => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { capabilities: {} } });
    const server = spawn(join(FOLDER, 'node_modules', '.bin', 'kafka-config-language-server'), ['--stdio']);
    server.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
    let answer = '';
    for await (const chunk of server.stdout) {
      answer += chunk;
      if (answer.includes('"serverInfo"')) break;
    }
    server.kill();
    assert.match(answer, /"capabilities":\{/);
  });

  it('hold nothing of the other one', () => {
    const npm = run('tar', ['tzf', tarball]).split('\n');
    // What talks to Kafka is in both.
    for (const name of ['cli', 'live', 'cluster']) assert.ok(npm.includes(`package/dist/${name}.js`), name);
    assert.deepEqual(
      npm.filter((file) => /^package\/(?:dist\/(?:extension|browser|chart)|media|syntaxes)/.test(file)),
      [],
    );
    const manifest = JSON.parse(run('tar', ['xzOf', tarball, 'package/package.json']));
    assert.equal(manifest.contributes ?? manifest.dependencies ?? manifest.private, undefined);
    const files = Object.keys(unzipped);
    assert.ok(files.includes('extension/dist/extension.js'));
    assert.ok(!files.includes('extension/dist/cli.js') && !files.includes('extension/dist/live.js'));
    assert.ok(files.includes('extension/dist/mcp.js'));
  });

  it('say in words what they are and do, in English and in whatever language there is a translation for', () => {
    const description = 'Lints and tunes Kafka configuration and shows live consumer lag.';
    const shown = [strFromU8(unzipped['extension.vsixmanifest'] ?? new Uint8Array())];
    shown.push(run('tar', ['xzOf', tarball, 'package/package.json']));
    for (const manifest of shown) assert.ok(manifest.includes(description) && !/%[\w.]+%/.test(manifest), manifest);
    assert.equal(JSON.parse(ofVsix('package.nls.json'))['command.fixAll'], 'Fix All Safe Problems');
    const { l10n } = JSON.parse(ofVsix('package.json'));
    assert.ok(ofVsix(`${l10n.replace('./', '')}/bundle.l10n.json`).includes('Connect to which cluster?'));
  });

  it('show in their README only pictures and pages that the project has', () => {
    for (const readme of [ofVsix('readme.md'), run('tar', ['xzOf', tarball, 'package/README.md'])]) {
      const links = Array.from(readme.matchAll(/\]\(([^)#]+)/g), ([, link = '']) => link);
      assert.deepEqual(
        links.filter((link) => !link.startsWith('https://')),
        [],
      );
      const own = links.flatMap((link) => /\/(?:raw|blob)\/HEAD\/(.+)$/.exec(link)?.[1] ?? []);
      assert.ok(own.some((path) => path.endsWith('.png')));
      assert.deepEqual(
        own.filter((path) => !existsSync(join(ROOT, path))),
        [],
      );
    }
  });

  it('carry the license of everything that is bundled', () => {
    const notices = ofVsix('dist/THIRD-PARTY-NOTICES.txt');
    for (const bundled of ['kafkajs', 'vscode-languageclient', 'uplot', 'properties-parser', '@lezer/lr']) {
      assert.match(notices, new RegExp(`^${bundled} [0-9.]+ \\(MIT\\)\n\n[\\s\\S]*?Permission is hereby granted`, 'm'));
    }
  });
});
