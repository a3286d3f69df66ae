import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { WireReader } from '../../../server/src/cluster/wire/reader';
import { WireWriter } from '../../../server/src/cluster/wire/writer';

export interface MiniBroker {
  readonly port: number;
  /** Connections that are open at this moment. */
  readonly sockets: ReadonlySet<Socket>;
  close(): Promise<void>;
}

interface MiniBrokerOptions {
  readonly tls?: { readonly cert: string; readonly key: string };
  /** The API keys that it answers; it is silent on any other request. Absent means that it only knows ApiVersions. */
  readonly answers?: Readonly<Record<number, (body: WireWriter) => void>>;
  /** Called with every connection's bytes in place of answering. */
  readonly onData?: (socket: Socket, bytes: Buffer) => void;
}

const API_VERSIONS = 18;

/** A TCP server that speaks as much of Kafka's protocol as a connection needs to be set up. */
export async function miniBroker(options: MiniBrokerOptions = {}): Promise<MiniBroker> {
  const sockets = new Set<Socket>();
  const serve = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    socket.on('data', (bytes) => (options.onData ? options.onData(socket, bytes) : answerAll(socket, bytes, options)));
  };
  const server = options.tls ? createTlsServer(options.tls, serve) : createServer(serve);
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: portOf(server), sockets, close: () => closeServer(server, sockets) };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

function closeServer(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** A loopback chunk holds whole requests: ours are small and sent one at a time. */
function answerAll(socket: Socket, bytes: Buffer, { answers = {} }: MiniBrokerOptions): void {
  const reader = new WireReader(bytes);
  while (reader.remaining > 0) {
    const request = new WireReader(reader.byteArray());
    const key = request.int16();
    request.int16();
    const correlation = request.int32();
    const write = key === API_VERSIONS ? writeVersions : answers[key];
    if (!write) continue;
    const body = new WireWriter().int32(correlation);
    write(body);
    const answer = body.bytes;
    socket.write(Buffer.concat([new WireWriter().int32(answer.length).bytes, answer]));
  }
}

/** In version 3's form, without features. */
function writeVersions(body: WireWriter): void {
  const keys = [3, 16, API_VERSIONS];
  body.int16(0);
  body.array(keys, (key) => body.int16(key).int16(0).int16(9).noTags(), true);
  body.int32(0).noTags();
}
