// Asks the classes of Kafka and of Spring for Apache Kafka for the constants by which Java names settings and their
// values, and writes them as the catalogue's data. Needs Java 17 or later and Maven.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const CACHE = here('.cache');
const TARGET = here('../../server/src/catalogue/data/constants.generated.json');

/** The oldest and the newest of each major line, since constants come and go; the newest first. */
const RELEASES = [
  { kafka: '4.1.0', spring: '4.0.0' },
  { kafka: '3.9.1', spring: '3.3.11' },
  { kafka: '2.8.2', spring: '2.8.11' },
];

const CLASSES = [
  ...['CommonClientConfigs', 'producer.ProducerConfig', 'consumer.ConsumerConfig', 'admin.AdminClientConfig'].map(
    (name) => `org.apache.kafka.clients.${name}`,
  ),
  ...['SaslConfigs', 'SslConfigs', 'TopicConfig', 'SecurityConfig'].map(
    (name) => `org.apache.kafka.common.config.${name}`,
  ),
  'org.apache.kafka.clients.consumer.CooperativeStickyAssignor',
  'org.apache.kafka.streams.StreamsConfig',
  'org.apache.kafka.connect.runtime.ConnectorConfig',
  'org.apache.kafka.connect.runtime.SinkConnectorConfig',
  'org.apache.kafka.connect.runtime.SourceConnectorConfig',
  'org.apache.kafka.connect.runtime.WorkerConfig',
  'org.apache.kafka.connect.mirror.MirrorClientConfig',
  'org.springframework.kafka.support.serializer.JsonDeserializer',
  'org.springframework.kafka.support.serializer.JsonSerializer',
  'org.springframework.kafka.support.serializer.JacksonJsonDeserializer',
  'org.springframework.kafka.support.serializer.JacksonJsonSerializer',
  'org.springframework.kafka.support.serializer.ErrorHandlingDeserializer',
];

function jarsOf({ kafka, spring }) {
  const folder = `${CACHE}/lib/${kafka}`;
  if (!existsSync(folder)) {
    const versions = [`-Dkafka.version=${kafka}`, `-Dspring.version=${spring}`];
    const copy = ['dependency:copy-dependencies', `-DoutputDirectory=${folder}`];
    execFileSync('mvn', ['-q', '-f', here('pom.xml'), ...versions, ...copy], { stdio: 'inherit' });
  }
  return `${folder}/*`;
}

mkdirSync(CACHE, { recursive: true });
const source = here('src/DumpConstants.java');
execFileSync('javac', ['--release', '11', '-d', `${CACHE}/classes`, source], { stdio: 'inherit' });

/** Most constants are named as their value: only others say it. */
function packed(classes) {
  const wordOf = ([name, value]) => (value === meantBy(name) ? name : `${name}=${value}`);
  return Object.fromEntries(
    Object.entries(classes).map(([type, constants]) => [type, Object.entries(constants).map(wordOf).join(' ')]),
  );
}

function meantBy(name) {
  return name
    .replace(/_CONFIG$/, '')
    .toLowerCase()
    .replaceAll('_', '.');
}

/** By the class's own name, the constants by name. */
const table = {};
for (const release of RELEASES) {
  const path = `${CACHE}/classes:${jarsOf(release)}`;
  const lines = execFileSync('java', ['-cp', path, 'DumpConstants', ...CLASSES], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for (const line of lines.toString().trim().split('\n')) {
    const [type, name, value] = line.split('\t');
    const simple = type.slice(type.lastIndexOf('.') + 1);
    table[simple] ??= {};
    // Defaults that a class uses itself name nothing.
    if (value !== '') table[simple][name] ??= value;
  }
}
const count = Object.values(table).reduce((sum, constants) => sum + Object.keys(constants).length, 0);
console.log(`${Object.keys(table).length} classes, ${count} constants`);
writeFileSync(TARGET, `${JSON.stringify(packed(table), undefined, 1)}\n`);
