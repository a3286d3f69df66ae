import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { TlsOptions } from './connection';
import { type BrokerAddress, formatAddress } from './link';
import { LinkError } from './linkErrors';

const KEEP_ALIVE_MS = 60_000;

/** A socket that connects and calls back once it can carry Kafka's protocol; bad PEM throws at once. */
export function openSocket(address: BrokerAddress, tls: TlsOptions | undefined, onConnect: () => void): Socket {
  const socket = tls ? connectTls(tlsSettings(address, tls), onConnect) : connect({ ...address }, onConnect);
  socket.setKeepAlive(true, KEEP_ALIVE_MS);
  if (!tls) socket.once('data', (bytes) => refuseOtherProtocols(socket, address, bytes));
  return socket;
}

function tlsSettings({ host, port }: BrokerAddress, tls: TlsOptions) {
  const { servername, ca, verifyHostname, ...rest } = tls;
  const name = servername ?? (isIP(host) ? undefined : host);
  const authorities = typeof ca === 'string' || ca === undefined ? ca : [...ca];
  return {
    host,
    port,
    ...rest,
    ...(authorities !== undefined && { ca: authorities }),
    ...(name !== undefined && { servername: name }),
    ...(verifyHostname === false && { checkServerIdentity: () => undefined }),
  };
}

/**
 * A Kafka answer begins with its length. Text of a web server or a TLS alert read as one would be a length of hundreds of
 * megabytes that nobody sends, and the wait for it would end in a timeout that tells nothing.
 */
function refuseOtherProtocols(socket: Socket, address: BrokerAddress, bytes: Buffer): void {
  const where = formatAddress(address);
  if (bytes.toString('latin1', 0, 5) === 'HTTP/') {
    socket.destroy(new LinkError('http-server', `${where} answered as a web server.`));
  } else if (bytes[0] === 0x15 && bytes[1] === 0x03) {
    socket.destroy(new LinkError('tls-server', `${where} answered with a TLS alert.`));
  }
}
