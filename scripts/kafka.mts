// `npm run kafka`: a real Kafka on this machine, with groups whose lag rises and falls. Ctrl+C ends it and deletes its data.
// Options: --brokers 3|1 (3 by default), --release 3.9.2|4.3.1, --tls (TLS and SASL listeners too), --idle (no demo workload),
// --port N (that of the first broker; the next ones follow it).
import { parseArgs } from 'node:util';
import { startActors } from '../test/kafka/harness/actors';
import { type Cluster, startCluster } from '../test/kafka/harness/cluster';
import { type BrokerRelease, hasJava, KAFKA_3, KAFKA_4 } from '../test/kafka/harness/jars';
import { isFree } from '../test/kafka/harness/ports';
import { USERS } from '../test/kafka/harness/properties';
import { runWorkload } from './kafka/workload.mjs';

/** Away from Kafka's own 9092, which a Kafka of the user's may have. */
const FIRST_PORT = 19_092;

const interrupt = new AbortController();

async function main(): Promise<void> {
  const { brokers, release, tls, idle, port: firstPort } = optionsOf();
  if (!hasJava())
    throw new Error('There is no javac on the path. A JDK of version 17 or later and mvn are needed to run Kafka.');
  for (let port = firstPort; port < firstPort + brokers; port++) {
    if (!(await isFree(port))) throw new Error(`Port ${port} is in use. Choose another first port with --port.`);
  }
  console.log(`Starting Kafka ${release}. The first time its jars are fetched from Maven Central, some 45 MB.`);
  const cluster = await startCluster({ release, brokers, tls, firstPort });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.removeAllListeners(signal);
    // Not `once`: one Ctrl+C may arrive twice, from the terminal and through npm, and brokers must not outlive this process.
    process.on(signal, () => interrupt.abort());
  }
  tell(cluster, tls);
  const actors = startActors(release, cluster.bootstrap());
  try {
    if (idle) await new Promise((resolve) => interrupt.signal.addEventListener('abort', resolve, { once: true }));
    else
      await runWorkload(
        (command, ...operands) => actors.ask(String(command), ...operands),
        Math.min(brokers, 3),
        interrupt.signal,
      );
  } finally {
    actors.dispose();
    await cluster.dispose();
    console.log('Kafka has ended.');
  }
}

function optionsOf(): { brokers: 1 | 3; release: BrokerRelease; tls: boolean; idle: boolean; port: number } {
  const { values } = parseArgs({
    options: {
      brokers: { type: 'string', default: '3' },
      release: { type: 'string', default: KAFKA_4 },
      tls: { type: 'boolean', default: false },
      idle: { type: 'boolean', default: false },
      port: { type: 'string', default: String(FIRST_PORT) },
    },
  });
  const { release, tls, idle } = values;
  if (release !== KAFKA_3 && release !== KAFKA_4)
    throw new Error(`--release takes ${KAFKA_3} or ${KAFKA_4}, not ${release}.`);
  if (values.brokers !== '1' && values.brokers !== '3')
    throw new Error(`--brokers takes 1 or 3, not ${values.brokers}.`);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_000)
    throw new Error(`--port takes a number from 1 to 65000, not ${values.port}.`);
  return { brokers: values.brokers === '3' ? 3 : 1, release, tls, idle, port };
}

function tell(cluster: Cluster, tls: boolean): void {
  console.log(`Kafka is ready: bootstrap servers ${cluster.bootstrap()}`);
  console.log(`SASL_PLAINTEXT: ${cluster.bootstrap('SASL_PLAINTEXT')} (PLAIN, SCRAM-SHA-256, SCRAM-SHA-512)`);
  if (tls) {
    console.log(
      `SASL_SSL: ${cluster.bootstrap('SASL_SSL')}, SSL with client certificates: ${cluster.bootstrap('SSL')}`,
    );
    console.log(`The certificates' authority: ${cluster.certificates?.trustStore}`);
  }
  console.log(
    `Users: ${Object.entries(USERS)
      .map((user) => user.join(' / '))
      .join(', ')}. Ctrl+C ends it.`,
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
