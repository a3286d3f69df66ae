import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ListenAddress } from '../lagArguments';
import { type Exposed, expositionOf } from './exposition';

const OPEN_METRICS = 'application/openmetrics-text; version=1.0.0; charset=utf-8';
const PLAIN_TEXT = 'text/plain; version=0.0.4; charset=utf-8';

/** Who scrapes needs one; an answer may have megabytes, so that not everybody gets one at a time. */
const MOST_CONNECTIONS = 20;

/** Answers GET /metrics and nothing else; rejects when it cannot listen there. */
export async function startMetricsServer(
  { host, port }: ListenAddress,
  look: () => Exposed,
): Promise<{ readonly address: string; readonly server: Server }> {
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 10_000, keepAliveTimeout: 120_000 });
  server.maxConnections = MOST_CONNECTIONS;
  server.on('request', (request, response) => void answer(request, response, look));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const bound = server.address() as AddressInfo;
  const name = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address;
  return { address: `${name}:${bound.port}`, server };
}

async function answer(request: IncomingMessage, response: ServerResponse, look: () => Exposed): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const path = (request.url ?? '').split('?', 1)[0];
  if (path !== '/metrics') {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('The metrics are at /metrics.\n');
    return;
  }
  const takesOpenMetrics = /application\/openmetrics-text/.test(request.headers.accept ?? '');
  response.writeHead(200, { 'Content-Type': takesOpenMetrics ? OPEN_METRICS : PLAIN_TEXT });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  try {
    await pipeline(Readable.from(expositionOf(look())), response);
  } catch {
    // Who asked has hung up.
  }
}
