import { readFileSync } from 'node:fs';
import { ts } from './compiler.mjs';
import { folderOf } from './packages.mjs';
import { readTypes } from './types.mjs';

/** The calls that people configure; the many others of the admin client take plain requests. */
const CALLS = [
  'Producer',
  'Consumer',
  'Admin',
  'send',
  'asStream',
  'beginTransaction',
  'consume',
  'commit',
  'createTopics',
];

/** Parts of another library's objects, and what the library sets itself. */
const INTERNAL = /^(metrics\.|ownerId$)/;

/** Where the defaults of a call stand: [file, name of the object]. */
const CONNECTION = ['network/connection', 'defaultOptions'];
const BASE = ['clients/base/options', 'defaultBaseOptions'];
const DEFAULTS = {
  Producer: [BASE, CONNECTION],
  Admin: [BASE, CONNECTION],
  Consumer: [['clients/consumer/options', 'defaultConsumerOptions'], BASE, CONNECTION],
  asStream: [['clients/producer/options', 'defaultProducerStreamOptions']],
};

export function readPlatformatic() {
  const folder = folderOf('platformatic');
  const objects = { producer: 'Producer', consumer: 'Consumer', admin: 'Admin' };
  const { methods, calls, enums } = readTypes({ folder, file: 'dist/index.d.ts', objects });
  const kept = CALLS.map((call) => [
    call,
    calls[call]
      .filter((option) => !INTERNAL.test(option.name))
      .map((option) => ({ ...option, ...defaultOf(folder, call, option.name) })),
  ]);
  return { methods, calls: Object.fromEntries(kept), enums };
}

function defaultOf(folder, call, name) {
  for (const [file, object] of DEFAULTS[call] ?? []) {
    const value = literals(`${folder}/dist/${file}.js`, object)[name];
    if (value !== undefined) return { default: value };
  }
  return {};
}

/** The members of an object literal whose values are plain. */
function literals(path, name) {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const found = {};
  const visit = (node) => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === name) {
      for (const member of node.initializer.properties)
        found[member.name.getText()] = plain(member.initializer.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  if (Object.keys(found).length === 0) throw new Error(`${path} has no ${name}.`);
  return found;
}

function plain(text) {
  const digits = text.replaceAll('_', '');
  const product = /^(\d+) \* (\d+)$/.exec(digits);
  if (product) return String(Number(product[1]) * Number(product[2]));
  return /^(\d+|true|false)$/.test(digits) ? digits : undefined;
}
