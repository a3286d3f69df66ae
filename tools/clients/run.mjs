// Reads the options of client libraries out of the declarations and sources that they publish, and writes them,
// compactly, as the catalogue's data. Needs npm, Python with pip, and Go; packages.json, python.mjs and go/go.mod pin the versions.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readConfluent } from './confluent.mjs';
import { readGo } from './golang.mjs';
import { readKafkaJs } from './kafkajs.mjs';
import { readLibrdkafka } from './librdkafka.mjs';
import { readNodeRdkafka } from './nodeRdkafka.mjs';
import { versionOf } from './packages.mjs';
import { readPlatformatic } from './platformatic.mjs';
import { readPython } from './python.mjs';

const TARGET = fileURLToPath(new URL('../../server/src/catalogue/data/clients.generated.json', import.meta.url));
const READERS = {
  kafkajs: readKafkaJs,
  confluent: readConfluent,
  rdkafka: readNodeRdkafka,
  platformatic: readPlatformatic,
  'kafka-python': () => readPython('kafka-python'),
  aiokafka: () => readPython('aiokafka'),
  sarama: () => readGo('sarama'),
  'kafka-go': () => readGo('kafka-go'),
  'franz-go': () => readGo('franz-go'),
};

const libraries = Object.entries(READERS).map(([id, read]) => {
  const library = read();
  const count = Object.values(library.calls).reduce((sum, options) => sum + options.length, 0);
  const version = library.version ?? versionOf(id);
  console.log(`${id} ${version}: ${count} options of ${Object.keys(library.calls).length} calls`);
  return `${JSON.stringify(id)}:{\n"version":${JSON.stringify(version)},\n${packLibrary(library)}\n}`;
});
const { settings, confluent } = readLibrdkafka();
console.log(
  `librdkafka: ${Object.keys(settings).length} settings, ${Object.keys(confluent).length} others for Confluent`,
);
const librdkafka = `"librdkafka":{\n"settings":${packSettings(settings)},\n"confluent":${packSettings(confluent)}\n}`;
writeFileSync(TARGET, `{\n"libraries":{\n${libraries.join(',\n')}\n},\n${librdkafka}\n}\n`);

function packSettings(rows) {
  return `{\n${Object.entries(rows)
    .map(([name, row]) => `${JSON.stringify(name)}:${JSON.stringify(row)}`)
    .join(',\n')}\n}`;
}

function packLibrary({ methods, calls, enums, history }) {
  const used = Object.values(calls).flatMap((options) => options.flatMap((option) => option.values.map(enumOf)));
  const kept = Object.fromEntries(Object.entries(enums).filter(([name]) => used.includes(name)));
  const packed = Object.entries(calls).map(([call, options]) => {
    const lines = options.map((option) => JSON.stringify(packOption(option))).join(',\n');
    return `${JSON.stringify(call)}:[\n${lines}]`;
  });
  return [
    `"methods":${JSON.stringify(methods)}`,
    `"enums":${JSON.stringify(kept)}`,
    `"calls":{\n${packed.join(',\n')}}`,
    ...(history ? [`"history":${packSettings(history)}`] : []),
  ].join(',\n');
}

/** [name, kinds of values, 1 when required, default or 0, the name of an enum, the texts allowed, or 0], shortened at the end. */
function packOption({ name, kinds, required, default: defaultText, values }) {
  const enumName = values.length > 0 && values.every((one) => enumOf(one) === enumOf(values[0])) && enumOf(values[0]);
  const packed = [
    name,
    kinds.join('|'),
    required ? 1 : 0,
    defaultText ?? 0,
    enumName || (values.length > 0 ? values : 0),
  ];
  while (packed.at(-1) === 0 && packed.length > 2) packed.pop();
  return packed;
}

function enumOf(value) {
  return /^(\w+)\.\w+$/.exec(value)?.[1];
}
