import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { createServer } from 'node:net';
import { type CodeLens, ConfigurationTarget, commands, type TextDocument, workspace } from 'vscode';
import { emptyKafka } from '../../../cluster/support/emptyKafka';
import { open, openWith } from '../support/files';

interface Outcome {
  readonly kind: string;
  readonly reasons?: readonly string[];
  readonly reason?: string;
}

/** How long the server may take to know a file, in milliseconds. */
const LIMIT_MS = 10_000;

const connect = (): Thenable<Outcome> => commands.executeCommand<Outcome>('kafkaLint.connectWithFile');

/** The lines that have a lens of that title, once there is one. */
async function lenses(document: TextDocument, title: string): Promise<number[]> {
  for (const end = Date.now() + LIMIT_MS; ; ) {
    const all = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    const lines = all.filter(({ command }) => command?.title === title).map(({ range }) => range.start.line);
    if (lines.length > 0 || Date.now() > end) return lines;
  }
}

/** A port of this machine on which nothing listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('The server has no port.');
  return address.port;
}

describe('Connect with this file', () => {
  afterEach(() => commands.executeCommand('notifications.clearAll'));

  it('says of each setting why it cannot be followed', async () => {
    await openWith(
      'connect/client.properties',
      [
        'bootstrap.servers=kafka-1:9093',
        'security.protocol=SASL_SSL',
        'ssl.truststore.location=trust.jks',
        'sasl.mechanism=GSSAPI',
        '',
      ].join('\n'),
    );
    const { kind, reasons = [] } = await connect();
    equal(kind, 'refused');
    deepEqual(
      reasons.map((reason) => /JKS truststore|Kerberos/.exec(reason)?.[0]),
      ['JKS truststore', 'Kerberos'],
    );
  });

  it('tries the address of the file, and saves nothing when nobody answers there', async () => {
    const address = `127.0.0.1:${await freePort()}`;
    await openWith('connect/consumer.properties', `bootstrap.servers=${address}\ngroup.id=g\n`);
    const { kind, reason = '' } = await connect();
    equal(kind, 'failed');
    match(reason, /Nothing listens at 127\.0\.0\.1:\d+/);
    ok(reason.includes(address));
    deepEqual(workspace.getConfiguration('kafkaLint').get('clusters'), []);
  });

  it('connects, saves the cluster without its secrets, and disconnects', async () => {
    const broker = await emptyKafka();
    const address = `127.0.0.1:${broker.port}`;
    await openWith('connect/admin.properties', `bootstrap.servers=${address}\nclient.id=viewer\n`);
    deepEqual(await connect(), { kind: 'connected', name: address });
    ok(broker.sockets.size > 0);
    const saved = { name: address, bootstrapServers: [address], securityProtocol: 'PLAINTEXT' };
    deepEqual(workspace.getConfiguration('kafkaLint').get('clusters'), [saved]);
    await commands.executeCommand('kafkaLint.disconnect', address);
    await commands.executeCommand('kafkaLint.connect', { clusterName: address });
    ok(broker.sockets.size > 0);
    await workspace.getConfiguration('kafkaLint').update('clusters', undefined, ConfigurationTarget.Global);
    while (broker.sockets.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await broker.close();
  });

  it('is offered above the brokers, in code too', async () => {
    const properties = await openWith('connect/producer.properties', 'acks=all\nbootstrap.servers=127.0.0.1:1\n');
    deepEqual(await lenses(properties.document, 'Connect with this file'), [1]);
    const code = await openWith(
      'connect/kafka.ts',
      "import { Kafka } from 'kafkajs';\nconst kafka = new Kafka({ clientId: 'c', brokers: ['127.0.0.1:1'], sasl: login() });\n",
    );
    deepEqual(await lenses(code.document, 'Connect with these options'), [1]);
    deepEqual(await connect(), { kind: 'refused', reasons: ['sasl is only known when the program runs.'] });
  });

  it('takes the file in the editor as it is on the screen', async () => {
    const { document } = await open('cluster/server.properties');
    const { kind, reasons } = await connect();
    equal(kind, 'refused', document.uri.toString());
    deepEqual(reasons, ['bootstrap.servers is missing, so that the file names no broker.']);
  });
});
