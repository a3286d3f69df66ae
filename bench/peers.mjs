// What our server is measured beside: VS Code's server for JSON, and one that does nothing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const JSON_SERVER = 'vscode-langservers-extracted@4.10.0';

/** Fetched into a folder that is given back for removal, since nothing else has a use for it. */
export function fetchJsonServer() {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-lint-peers-'));
  const options = ['--prefix', folder, '--no-audit', '--no-fund', '--silent'];
  const { status } = spawnSync('npm', ['install', ...options, JSON_SERVER], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`npm could not install ${JSON_SERVER}`);
  return { folder, server: join(folder, 'node_modules', '.bin', 'vscode-json-language-server') };
}

/** As long as a file of settings, and as deep as such files are in JSON. */
export function jsonDocument(lines) {
  const section = (index) => [
    `  "section${index}": {`,
    '    "enabled": true,',
    '    "threads": 8,',
    `    "path": "/var/lib/data/${index}",`,
    '    "names": ["a", "b"]',
    '  },',
  ];
  const sections = Math.floor((lines - 3) / 6);
  const all = Array.from({ length: sections }, (_, index) => section(index)).flat();
  return `${['{', ...all, '  "last": 1', '}'].join('\n')}\n`;
}
