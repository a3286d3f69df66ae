import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { createServer } from 'node:net';
import { commands, workspace } from 'vscode';
import { open, openWith } from '../support/files';

interface Outcome {
  readonly kind: string;
  readonly reasons?: readonly string[];
  readonly reason?: string;
}

const connect = (): Thenable<Outcome> => commands.executeCommand<Outcome>('kafkaLint.connectWithFile');

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

  it('takes the file in the editor as it is on the screen', async () => {
    const { document } = await open('cluster/server.properties');
    const { kind, reasons } = await connect();
    equal(kind, 'refused', document.uri.toString());
    deepEqual(reasons, ['bootstrap.servers is missing, so that the file names no broker.']);
  });
});
