import assert from 'node:assert/strict';
import { indexOf, uriOf, type Workspace } from '../support/project';

/** The clusters of a workspace, each as the files of its members. */
function clusters(workspace: Workspace): string[][] {
  const root = uriOf('');
  return indexOf(workspace)
    .clusters()
    .filter(({ clients, topics, servers }) => clients.length + topics.length + servers.length > 1)
    .map(({ servers, clients, topics }) => [
      ...new Set([...servers, ...clients, ...topics].map(({ uri }) => uri.slice(root.length))),
    ]);
}

const node = (id: number, voters: string, host: string) =>
  `process.roles=broker,controller\nnode.id=${id}\ncontroller.quorum.voters=${voters}\ncontroller.listener.names=CONTROLLER\n` +
  `listeners=PLAINTEXT://:9092,CONTROLLER://:9093\nadvertised.listeners=PLAINTEXT://${host}:9092\nlog.dirs=/data\n`;
const consumer = (servers: string) => `bootstrap.servers=${servers}\ngroup.id=orders\n`;
const compose = (service: string, port: number) => `services:
  ${service}:
    image: apache/kafka:4.1.0
    environment:
      KAFKA_NODE_ID: 1
      KAFKA_PROCESS_ROLES: broker,controller
      KAFKA_LISTENERS: IN://:29092,OUT://:${port},CONTROLLER://:9093
      KAFKA_ADVERTISED_LISTENERS: IN://${service}:29092,OUT://localhost:${port}
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: IN:PLAINTEXT,OUT:PLAINTEXT,CONTROLLER:PLAINTEXT
      KAFKA_CONTROLLER_LISTENER_NAMES: CONTROLLER
      KAFKA_CONTROLLER_QUORUM_VOTERS: 1@${service}:9093
      KAFKA_INTER_BROKER_LISTENER_NAME: IN
`;

describe('files that belong to one cluster', () => {
  it('are nodes with the same controllers, whose files are called alike', () => {
    const voters = '1@k1.example.com:9093,2@k2.example.com:9093';
    assert.deepEqual(
      clusters({
        'conf/server-1.properties': node(1, voters, 'k1.example.com'),
        'conf/server-2.properties': node(2, voters, 'k2.example.com'),
        'app/consumer.properties': consumer('k2.example.com:9092'),
      }),
      [['conf/server-1.properties', 'conf/server-2.properties', 'app/consumer.properties']],
    );
    const others = '1@k3.example.com:9093';
    const apart = { 'a/server-1.properties': node(1, voters, 'a'), 'a/server-2.properties': node(2, others, 'b') };
    assert.deepEqual(clusters(apart), []);
  });

  it('are clients of an address that one of several lies nearest to', () => {
    assert.deepEqual(
      clusters({
        'one/docker-compose.yml': compose('kafka', 9092),
        'one/consumer.properties': consumer('kafka:29092'),
        'two/docker-compose.yml': compose('kafka', 9092),
        'two/src/consumer.properties': consumer('localhost:9092'),
      }),
      [
        ['one/docker-compose.yml', 'one/consumer.properties'],
        ['two/docker-compose.yml', 'two/src/consumer.properties'],
      ],
    );
  });

  it('are not guessed: of two that lie as near neither is taken, nor one on this machine that lies elsewhere', () => {
    const both = { 'dev.yml': compose('kafka', 9092), 'test.yml': compose('kafka', 9092) };
    assert.deepEqual(clusters({ ...both, 'consumer.properties': consumer('localhost:9092') }), []);
    assert.deepEqual(
      clusters({
        'examples/one/docker-compose.yml': compose('kafka', 9092),
        'services/orders/consumer.properties': consumer('localhost:9092'),
      }),
      [],
    );
    assert.deepEqual(clusters({ 'consumer.properties': consumer(`\${KAFKA}`), 'dev.yml': compose('kafka', 9092) }), []);
  });

  it('are clients of one address that no file configures, and say why', () => {
    const workspace = {
      'a/consumer.properties': consumer('x.example.com:9092'),
      'b/consumer.properties': consumer('x.example.com:9092'),
    };
    assert.deepEqual(clusters(workspace), [Object.keys(workspace)]);
    const [cluster] = indexOf(workspace).clusters();
    assert.deepEqual([...new Set(cluster?.reasons.values())], ['connects to x.example.com:9092 like the others']);
  });
});
