// Runs the JavaScript of Confluent's client, with its native part replaced by one that agrees to everything, and writes
// down what it says to options. Needs the packages that run.mjs fetches.

import { readFileSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { folderOf } from './packages.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const TARGET = here('../../test/rules/fixtures/confluent-verdicts.tsv');
/** Long enough for all that a call does before it needs a broker. */
const PATIENCE_MS = 100;

/** Every method of the native client succeeds at once; 0 is librdkafka's code for no error. */
const agreeable = () =>
  new Proxy(
    {},
    {
      get: (_, name) =>
        name === 'then'
          ? undefined
          : (...args) => {
              const callback = args.findLast((one) => typeof one === 'function');
              if (callback && name !== 'configureCallbacks') setImmediate(() => callback(null, {}));
              return 0;
            },
    },
  );
class Native {
  constructor() {
    // biome-ignore lint/correctness/noConstructorReturn: the native class is replaced by an object that has any method.
    return agreeable();
  }
}
const native = {
  features: () => '',
  librdkafkaVersion: '',
  Producer: Native,
  KafkaConsumer: Native,
  AdminClient: Native,
  Topic: Native,
};
const load = Module._load;
Module._load = function (request, ...rest) {
  return /[./]librdkafka(\.js)?$/.test(request) ? native : load.call(this, request, ...rest);
};
const library = createRequire(import.meta.url)(`${folderOf('confluent')}/lib/kafkajs/index.js`);

/** The scenario's code, with a producer or consumer that is made and connected as the test's code has it. */
async function run({ method, options }) {
  const value = new Function('KafkaJS', `return (${options});`)(library);
  const common = { kafkaJS: { brokers: ['127.0.0.1:9092'], logLevel: library.logLevel.NOTHING } };
  if (method === 'Kafka') return new library.Kafka(value).producer().connect();
  const kafka = new library.Kafka(common);
  if (['producer', 'consumer', 'admin'].includes(method)) return kafka[method](value).connect();
  const isProducers = ['send', 'sendBatch', 'sendOffsets'].includes(method);
  const client = isProducers ? kafka.producer() : kafka.consumer({ kafkaJS: { groupId: 'group' } });
  await client.connect();
  return client[method](value);
}

async function verdictOf(scenario) {
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  return Promise.race([run(scenario), patience]).then(
    () => 'fine',
    (error) => error.message.trim().split('\n')[0],
  );
}

const scenarios = readFileSync(here('confluent-scenarios.tsv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t'))
  .map(([method, options]) => ({ method, options }));
process.on('uncaughtException', () => undefined);
const lines = [];
for (const scenario of scenarios) lines.push([scenario.method, scenario.options, await verdictOf(scenario)].join('\t'));
writeFileSync(TARGET, `${lines.join('\n')}\n`);
console.log(`${lines.length} verdicts`);
process.exit(0);
