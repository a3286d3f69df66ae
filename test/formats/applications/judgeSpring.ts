import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { type Judged, wrongSettings } from './springVerdicts';

const tool = (path: string): string => fileURLToPath(new URL(`../../../tools/spring-judge/${path}`, import.meta.url));

const duration = fc.constantFrom('2s', '250', '5m', 'PT3S', '100ms', '1h', '0');
const size = fc.constantFrom('32KB', '1MB', '16384', '10B');
const text = fc.constantFrom('x', 'a b', 'all', '1', 'true');

const OF_CLIENTS: Readonly<Record<string, Readonly<Record<string, fc.Arbitrary<string>>>>> = {
  '': { 'client-id': text, 'bootstrap-servers': fc.constantFrom('a:1', 'a:1,b:2'), 'security.protocol': text },
  'producer.': {
    acks: text,
    'batch-size': size,
    'buffer-memory': size,
    'compression-type': text,
    retries: fc.constantFrom('0', '7'),
    'client-id': text,
  },
  'consumer.': {
    'auto-commit-interval': duration,
    'auto-offset-reset': text,
    'enable-auto-commit': fc.constantFrom('true', 'false'),
    'fetch-max-wait': duration,
    'fetch-min-size': size,
    'group-id': text,
    'heartbeat-interval': duration,
    'isolation-level': fc.constantFrom('read-committed', 'READ_UNCOMMITTED'),
    'max-poll-interval': duration,
    'max-poll-records': fc.constantFrom('1', '500'),
    'ssl.key-store-type': fc.constantFrom('PEM', 'JKS'),
  },
  'admin.': { 'client-id': text, 'ssl.protocol': text },
};
const NATIVE = [
  'linger.ms',
  'acks',
  'batch.size',
  'max.poll.interval.ms',
  'fetch.min.bytes',
  'request.timeout.ms',
  'client.id',
];

interface Property {
  readonly client: string;
  readonly name: string;
  readonly value: string;
}

const dedicated = Object.entries(OF_CLIENTS).flatMap(([client, names]) =>
  Object.entries(names).map(([name, value]) => value.map((one): Property => ({ client, name, value: one }))),
);
const native = fc
  .tuple(fc.constantFrom(...Object.keys(OF_CLIENTS)), fc.constantFrom(...NATIVE), fc.constantFrom('1', '77'))
  .map(([client, key, value]): Property => ({ client, name: `properties.${key}`, value }));
const property = fc.oneof({ weight: 3, arbitrary: fc.oneof(...dedicated) }, { weight: 1, arbitrary: native });
const properties = fc.uniqueArray(property, {
  minLength: 1,
  maxLength: 7,
  selector: ({ client, name }) => client + name,
});

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const style = fc.constantFrom(
  (name: string) => name,
  camel,
  (name: string) => name.replaceAll('-', '_'),
  (name: string) => name.replaceAll('-', ''),
);

const propertiesFile = fc.tuple(properties, fc.array(style, { minLength: 7, maxLength: 7 })).map(([all, styles]) =>
  all
    .map(({ client, name, value }, index) => {
      const written = name.startsWith('properties.') ? name : (styles[index]?.(name) ?? name);
      return `spring.kafka.${client}${written}=${value}\n`;
    })
    .join(''),
);
const variables = fc.tuple(properties, fc.boolean()).map(([all, isLegacy]) =>
  all
    .map(({ client, name, value }) => {
      const written = (client + name)
        .replace(/-/g, isLegacy ? '_' : '')
        .replaceAll('.', '_')
        .toUpperCase();
      return `SPRING_KAFKA_${written}=${value}\n`;
    })
    .join(''),
);

/** Compares settings with those that Spring Boot's own Binder hands to Kafka's clients; `--record` keeps a few answers. */
function main(): number {
  const { values } = parseArgs({ options: { count: { type: 'string' }, record: { type: 'boolean' } } });
  const numRuns = values.record ? 60 : Number(values.count ?? 3000);
  const folder = mkdtempSync(join(tmpdir(), 'spring-judge-'));
  const copy = ['-q', '-B', '-f', tool('pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${folder}/lib`];
  execFileSync('mvn', copy, { stdio: 'inherit' });
  execFileSync('javac', ['-cp', `${folder}/lib/*`, '-d', folder, tool('SpringJudge.java')], { stdio: 'inherit' });
  const judge = (mode: Judged['mode'], texts: readonly string[]): Judged[] => {
    const input = texts.map((one) => JSON.stringify(one)).join('\n');
    const options = ['-cp', `${folder}:${folder}/lib/*`, 'SpringJudge', mode];
    const answers = execFileSync('java', options, { input, maxBuffer: 1 << 28, stdio: ['pipe', 'pipe', 'ignore'] });
    const lines = answers.toString().trim().split('\n');
    return texts.map((one, index) => ({ mode, text: one, clients: JSON.parse(lines[index] ?? 'null') }));
  };
  const judged = [
    ...judge('properties', fc.sample(propertiesFile, { numRuns })),
    ...judge('environment', fc.sample(variables, { numRuns })),
  ];
  if (values.record) {
    const file = fileURLToPath(new URL('./expectations/spring.json', import.meta.url));
    writeFileSync(file, `[\n${judged.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`);
    return 0;
  }
  const wrong = wrongSettings(judged);
  for (const one of wrong.slice(0, 10)) console.log(one);
  const accepted = judged.filter(({ clients }) => clients !== 'refused').length;
  console.log(`${accepted} files compared, ${wrong.length} disagreements`);
  return wrong.length === 0 ? 0 : 1;
}

process.exitCode = main();
