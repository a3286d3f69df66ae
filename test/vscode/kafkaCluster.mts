// A cluster of one broker with three groups of known lag, until its input ends.
import { startActors } from '../kafka/harness/actors';
import { startCluster } from '../kafka/harness/cluster';
import { hasJava, KAFKA_4 } from '../kafka/harness/jars';

async function main(): Promise<void> {
  if (!hasJava()) {
    console.log(
      'NOT RUN: the suite of the sidebar needs a JDK (17 or later) and mvn on the path, to run a real Kafka.',
    );
    return;
  }
  const cluster = await startCluster({ release: KAFKA_4, brokers: 1 });
  const actors = startActors(KAFKA_4, cluster.bootstrap());
  try {
    await actors.ask('topic', 'orders', '2', '1');
    await actors.ask('produce', 'orders', '0', '500');
    await actors.ask('produce', 'orders', '1', '40');
    await actors.ask('commit', 'behind', 'orders', '0', '120');
    await actors.ask('commit', 'behind', 'orders', '1', '40');
    await actors.ask('commit', 'done', 'orders', '0', '500');
    await actors.ask('commit', 'a-little', 'orders', '0', '497');
    console.log(`bootstrap ${cluster.bootstrap()}`);
    await new Promise((resolve) => process.stdin.on('end', resolve).resume());
  } finally {
    actors.dispose();
    await cluster.dispose();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
