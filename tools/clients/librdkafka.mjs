import { readFileSync } from 'node:fs';
import { folderOf } from './packages.mjs';

/** librdkafka's own table of settings, of the release that node-rdkafka has, and where Confluent's release differs. */
export function readLibrdkafka() {
  const settings = readTable('rdkafka');
  const other = readTable('confluent');
  const differs = Object.fromEntries(
    Object.entries(other).filter(([name, row]) => JSON.stringify(row) !== JSON.stringify(settings[name])),
  );
  const missing = Object.keys(settings).filter((name) => !(name in other));
  if (missing.length > 0) throw new Error(`Only node-rdkafka's librdkafka has ${missing}.`);
  return { settings, confluent: differs };
}

/** name -> [scope, type, default, range or 0, alias of or 0, 1 for topics, 1 when deprecated], shortened at the end. */
function readTable(id) {
  const text = readFileSync(`${folderOf(id)}/deps/librdkafka/CONFIGURATION.md`, 'utf8');
  const rows = {};
  let topic = 0;
  for (const line of text.split('\n')) {
    if (/^## Topic/.test(line)) topic = 1;
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    if (cells.length < 6 || !/^[*CP]$/.test(cells[1])) continue;
    const [name, scope, range, value] = cells;
    const description = cells.slice(5).join('|');
    const type = /\*Type: ([^*]+)\*/.exec(description)?.[1];
    const alias = /^Alias for `([^`]+)`/.exec(description)?.[1];
    const packed = [scope, type, value, range || 0, alias ?? 0, topic, /DEPRECATED/.test(description) ? 1 : 0];
    while (packed.at(-1) === 0) packed.pop();
    // The few keys of both parts are told once, as the global one, which takes a topic's settings too.
    rows[name] ??= packed;
  }
  return rows;
}
