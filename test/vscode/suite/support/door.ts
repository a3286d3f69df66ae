import { connect, createServer } from 'node:net';

/** An address of this machine that nobody should come to. */
export interface Door {
  readonly address: string;
  /** How many connections came so far, those included that were begun before the question. */
  knocks(): Promise<number>;
  close(): Promise<void>;
}

/** Whoever comes is sent away at once. */
export async function openDoor(): Promise<Door> {
  let count = 0;
  const server = createServer((socket) => {
    count += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server has no port.');
  let own = 0;
  return {
    address: `127.0.0.1:${address.port}`,
    // Connections are taken in the order in which they came, so that ours is the last.
    async knocks() {
      const socket = connect(address.port, '127.0.0.1');
      await new Promise((resolve) => socket.once('close', resolve));
      own += 1;
      return count - own;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
