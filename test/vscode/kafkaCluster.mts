// A cluster of three brokers with three groups of known lag, until its input ends. It does what it is asked over HTTP,
// since tests in an extension host have no other way to it: Kafka's clients' commands, `kill ID` and `start ID`.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Actors, startActors } from '../kafka/harness/actors';
import { type Cluster, startCluster } from '../kafka/harness/cluster';
import { hasJava, KAFKA_4 } from '../kafka/harness/jars';
import { USERS } from '../kafka/harness/properties';

async function main(): Promise<void> {
  if (!hasJava()) {
    console.log(
      'NOT RUN: the suite of the sidebar needs a JDK (17 or later) and mvn on the path, to run a real Kafka.',
    );
    return;
  }
  const cluster = await startCluster({ release: KAFKA_4, brokers: 3 });
  const actors = startActors(KAFKA_4, cluster.bootstrap());
  const control = serve(cluster, actors);
  try {
    await actors.ask('topic', 'orders', 2, 3);
    await actors.ask('produce', 'orders', 0, 500);
    await actors.ask('produce', 'orders', 1, 40);
    await actors.ask('commit', 'behind', 'orders', 0, 120);
    await actors.ask('commit', 'behind', 'orders', 1, 40);
    await actors.ask('commit', 'done', 'orders', 0, 500);
    await actors.ask('commit', 'a-little', 'orders', 0, 497);
    const address = `http://127.0.0.1:${((await control).address() as AddressInfo).port}`;
    console.log(JSON.stringify({ bootstrap: cluster.bootstrap('SASL_PLAINTEXT'), password: USERS.admin, address }));
    await new Promise((resolve) => process.stdin.on('end', resolve).resume());
  } finally {
    (await control).close();
    actors.dispose();
    await cluster.dispose();
  }
}

function serve(cluster: Cluster, actors: Actors): Promise<Server> {
  const server = createServer(async (request, response) => {
    try {
      await obey(cluster, actors, (await text(request)).split(' '));
      response.end();
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

async function obey(cluster: Cluster, actors: Actors, [command = '', ...operands]: readonly string[]): Promise<void> {
  const broker = cluster.brokers.find(({ id }) => String(id) === operands[0]);
  if (broker && command === 'kill') await broker.kill();
  else if (broker && command === 'start') await broker.start();
  else await actors.ask(command, ...operands);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
