import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { historyOf } from './history.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const CACHE = here('.cache');
const python = process.env.PYTHON ?? 'python3';

/** The releases that are read, the newest first: what differs between them is what a project's release decides. */
const RELEASES = {
  'kafka-python': ['3.0.12', '2.3.3', '2.2.21', '2.1.6', '2.0.2'],
  aiokafka: ['0.14.0', '0.12.0', '0.10.0', '0.8.1'],
};

const CLASSES = {
  'kafka-python': [
    'producer=kafka/producer/kafka.py:KafkaProducer',
    'consumer=kafka/consumer/group.py:KafkaConsumer',
    'admin=kafka/admin/client.py:KafkaAdminClient',
  ],
  aiokafka: [
    'producer=aiokafka/producer/producer.py:AIOKafkaProducer',
    'consumer=aiokafka/consumer/consumer.py:AIOKafkaConsumer',
  ],
};

/** The options of kafka-python's or aiokafka's classes. Needs Python with pip; PYTHON names the interpreter. */
export function readPython(id) {
  const releases = RELEASES[id].map((version) => ({ version, calls: optionsOf(id, version) }));
  const [{ version, calls }] = releases;
  return { version, methods: {}, enums: {}, calls: kept(calls), history: historyOf(releases) };
}

function optionsOf(id, version) {
  const folder = sourceOf(id, version);
  const output = execFileSync(python, [here('python_options.py'), folder, ...CLASSES[id]]);
  return JSON.parse(output.toString());
}

function sourceOf(id, version) {
  const folder = `${CACHE}/${id}-${version}-python`;
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    const options = { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] };
    // A wheel holds the sources too, and nothing of it has to be built.
    const pip = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary', ':all:'];
    execFileSync(python, [...pip, `${id}==${version}`], options);
    const archive = readdirSync(folder).find((name) => name.endsWith('.whl'));
    execFileSync(python, ['-m', 'zipfile', '-e', archive, '.'], options);
  }
  return folder;
}

const NUMBER = /^-?\d+(?:\.\d+)?$|^float/;
const LOOKS_NUMERIC = /(?:_ms|_bytes|_size|_records|retries|_connection|_memory|_samples)$/;

function kept(calls) {
  return Object.fromEntries(
    Object.entries(calls).map(([call, options]) => [
      call,
      options.map(({ name, default: text }) => ({
        name,
        kinds: kindsOf(name, text),
        required: false,
        ...(text !== null && text !== undefined && { default: text }),
        values: VALUES[name] ?? [],
      })),
    ]),
  );
}

/** What the classes check by hand. */
const VALUES = {
  compression_type: ['gzip', 'snappy', 'lz4', 'zstd'],
  auto_offset_reset: ['earliest', 'latest', 'none'],
  isolation_level: ['read_uncommitted', 'read_committed'],
  security_protocol: ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'],
};

function kindsOf(name, text) {
  if (name === 'acks') return ['number', 'string'];
  if (name === 'bootstrap_servers') return ['string', 'string[]'];
  if (text === 'True' || text === 'False') return ['boolean'];
  if (NUMBER.test(text ?? '') || LOOKS_NUMERIC.test(name)) return ['number'];
  if (/serializer$|partitioner|callback$|selector|reporters|context$|provider$|client$/.test(name)) return ['any'];
  return ['string'];
}
