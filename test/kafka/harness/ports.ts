import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below those that systems give to outgoing connections, which would take the port of a broker that is just not running. */
const [LEAST, MOST] = [10_000, 32_000] as const;

/** Ports of the loopback interface that are free now, each another. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = randomInt(LEAST, MOST);
    if (await isFree(port)) ports.add(port);
  }
  return [...ports];
}

/** Whether nothing listens on the port of the loopback interface. */
export function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
