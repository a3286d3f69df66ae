import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('go', import.meta.url));
const MODULES = {
  sarama: 'github.com/IBM/sarama',
  'kafka-go': 'github.com/segmentio/kafka-go',
  'franz-go': 'github.com/twmb/franz-go',
};

const options = { cwd: FOLDER, maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'inherit'] };
let printed;

/** The options of a Go client, at the release that go/go.mod pins. Needs Go. */
export function readGo(id) {
  printed ??= JSON.parse(execFileSync('go', ['run', '.', folderOf('kafka-go'), folderOf('franz-go')], options));
  const calls = Object.fromEntries(Object.entries(printed[id]).map(([call, list]) => [call, list.map(optionOf)]));
  return { version: versionOf(id), methods: {}, enums: {}, calls };
}

function folderOf(id) {
  execFileSync('go', ['mod', 'download'], options);
  return execFileSync('go', ['list', '-m', '-f', '{{.Dir}}', MODULES[id]], options).toString().trim();
}

function versionOf(id) {
  const text = readFileSync(`${FOLDER}/go.mod`, 'utf8');
  return new RegExp(`${MODULES[id]} v(\\S+)`).exec(text)[1];
}

/** Longer defaults say less than the source. */
const LONGEST = 40;

function optionOf({ name, type, default: text }) {
  const isShown = text !== undefined && text.length <= LONGEST && !/^&|\n|^math\.Min|^-1 \*/.test(text);
  return { name, kinds: [kindOf(type)], required: false, ...(isShown && { default: text }), values: [] };
}

function kindOf(type) {
  if (/^(?:u?int\d*)$/.test(type)) return 'number';
  if (/^func\b/.test(type)) return 'function';
  if (type === 'bool') return 'boolean';
  return type.replace(/^\.\.\./, '[]') || 'none';
}
