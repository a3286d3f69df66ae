import { readFileSync } from 'node:fs';
import { folderOf } from './packages.mjs';
import { readTypes } from './types.mjs';

const OBJECTS = { kafka: 'Kafka', producer: 'Producer', consumer: 'Consumer', admin: 'Admin' };
const BLOCK = 'kafkaJS.';

/** The client with options in the manner of KafkaJS; librdkafka's own keys beside the block are told in its own table. */
export function readConfluent() {
  const folder = folderOf('confluent');
  const { methods, calls, enums } = readTypes({
    folder,
    file: 'types/kafkajs.d.ts',
    objects: OBJECTS,
    outside: ['types/config.d.ts'],
  });
  const allowed = allowedKeys(folder);
  const defaults = defaultsOf(folder);
  // What all clients share may stand in each client's own block too; there nothing of it is required.
  const shared = calls.Kafka.filter((option) => option.name.startsWith(BLOCK)).map((one) => ({
    ...one,
    required: false,
  }));
  for (const call of ['Kafka', 'producer', 'consumer', 'admin']) {
    const own = calls[call];
    const known = own.map((option) => option.name);
    const all = call === 'Kafka' ? own : [...own, ...shared.filter((option) => !known.includes(option.name))];
    calls[call] = all.map((option) => ({ ...option, ...defaults(call, option.name) }));
    checkAllowed(call, calls[call], allowed);
  }
  return { methods, calls, enums };
}

function checkAllowed(call, options, allowed) {
  const keys = [...allowed.common, ...(allowed[call] ?? [])];
  const refused = options
    .map((option) => option.name)
    .filter((name) => /^kafkaJS\.\w+$/.test(name) && !keys.includes(name.slice(BLOCK.length)));
  if (refused.length > 0) throw new Error(`${call} declares ${refused}, which the library refuses.`);
}

/** The names that the library lets through in a block; it throws for all others. */
function allowedKeys(folder) {
  const source = readFileSync(`${folder}/lib/kafkajs/_common.js`, 'utf8');
  const table = /const kafkaJSProperties = \{(.*?)\n\};/s.exec(source)[1];
  const groups = [...table.matchAll(/(\w+): \[(.*?)\]/gs)];
  return Object.fromEntries(
    groups.map(([, name, keys]) => [name, [...keys.matchAll(/["'](\w+)["']/g)].map((key) => key[1])]),
  );
}

/** The defaults that the library's own table states, for as far as they are values. */
function defaultsOf(folder) {
  const text = readFileSync(`${folder}/MIGRATION.md`, 'utf8');
  const section = (title) => tableOf(text.slice(text.indexOf(title)));
  const session = /\['session\.timeout\.ms'\] = (\d+)/.exec(readFileSync(`${folder}/lib/kafkajs/_consumer.js`, 'utf8'));
  const tables = {
    Kafka: section('### Common'),
    producer: section('#### Producer Configuration Changes'),
    consumer: { ...section('#### Consumer Configuration Changes'), sessionTimeout: session[1] },
    admin: {},
  };
  return (call, name) => {
    const value = tables[call][name.slice(BLOCK.length)] ?? tables.Kafka[name.slice(BLOCK.length)];
    return name.startsWith(BLOCK) && value !== undefined ? { default: value } : {};
  };
}

function tableOf(text) {
  const lines = text.split('\n').map((line) => line.trim());
  const start = lines.findIndex((line) => /^\| Property/.test(line));
  const rest = lines.slice(start + 2);
  const rows = rest.slice(
    0,
    rest.findIndex((line) => !line.startsWith('|')),
  );
  const cells = rows.map((row) => row.split('|').map((cell) => cell.trim().replaceAll(/[*`]/g, '')));
  return Object.fromEntries(cells.map(([, name, value]) => [name, plainValue(value)]).filter(([, value]) => value));
}

function plainValue(text) {
  if (text === '5 minutes') return '300000';
  const value = text.replace(/ \(\d+MB\)$/, '').replace('CompressionTypes.NONE', 'CompressionTypes.None');
  return /^\d+(\.\d+)?$|^-1$|^(true|false|null)$|^\w+\.\w+$|^\[.*\]$|^"\w+"$/.test(value)
    ? value.replaceAll('"', '')
    : undefined;
}
