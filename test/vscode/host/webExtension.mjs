// Stands in front of VS Code's server and adds what makes the extension a web extension: its files over HTTP, as a
// gallery would serve them, and the order to load them from there. The browser runs it then, not the server's machine.
import { createReadStream } from 'node:fs';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { extname, join, normalize } from 'node:path';

/** Below the workbench's own origin, for its content policy allows no other. */
const PREFIX = '/extension-under-test/';
const TYPES = { '.js': 'text/javascript', '.json': 'application/json', '.md': 'text/markdown' };
const CONFIGURATION = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)/;

/**
 * @param {import('./server.mjs').Server} server
 * @param {{ extension: string, tests: string }} options absolute paths; the tests lie inside the extension's folder
 * @returns {Promise<import('./server.mjs').Server>} the server as the browser is to see it; `stop` ends both
 */
export async function asWebExtension(server, { extension, tests }) {
  const sockets = new Set();
  const front = createServer((incoming, answer) => {
    const { pathname } = new URL(incoming.url, server.origin);
    if (pathname.startsWith(PREFIX)) giveFile(extension, pathname.slice(PREFIX.length), answer);
    else passOn(server, incoming, answer, pathname === '/' ? developing : undefined);
  });
  front.on('upgrade', (incoming, socket, head) => tunnel(server, incoming, socket, head, sockets));
  await new Promise((resolve) => front.listen(0, '127.0.0.1', resolve));
  const authority = `127.0.0.1:${front.address().port}`;
  const base = { scheme: 'http', authority };
  const testsPath = { ...base, path: `${PREFIX}${tests.slice(extension.length)}` };
  const development = { extensions: [{ ...base, path: PREFIX }], extensionTestsPath: testsPath };
  const developing = (page) => page.replace(CONFIGURATION, (_, head, settings) => head + extend(settings, development));
  const stop = async () => {
    front.close();
    front.closeAllConnections();
    for (const socket of sockets) socket.destroy();
    await server.stop();
  };
  return { ...server, origin: `http://${authority}`, authority, stop };
}

/** The configuration stands in an HTML attribute, as JSON. */
function extend(settings, development) {
  const configuration = JSON.parse(settings.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
  configuration.developmentOptions = { ...configuration.developmentOptions, ...development };
  return JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

function giveFile(extension, path, answer) {
  const inside = normalize(decodeURIComponent(path));
  const stream = inside.startsWith('..') ? undefined : createReadStream(join(extension, inside));
  const refuse = () => answer.writeHead(404).end();
  if (!stream) return refuse();
  stream.once('error', refuse);
  stream.once('open', () => {
    answer.writeHead(200, { 'content-type': TYPES[extname(inside)] ?? 'text/plain' });
    stream.pipe(answer);
  });
}

function passOn(server, incoming, answer, change) {
  // Unpacked, so that a page can be changed.
  const headers = { ...incoming.headers, 'accept-encoding': 'identity' };
  const outgoing = request(`${server.origin}${incoming.url}`, { method: incoming.method, headers }, (response) => {
    if (!change || !response.headers['content-type']?.startsWith('text/html')) {
      answer.writeHead(response.statusCode, response.headers);
      response.pipe(answer);
      return;
    }
    let page = '';
    response.setEncoding('utf8').on('data', (chunk) => {
      page += chunk;
    });
    response.on('end', () => answer.writeHead(response.statusCode, withoutLength(response.headers)).end(change(page)));
  });
  outgoing.on('error', () => answer.destroy());
  incoming.pipe(outgoing);
}

function withoutLength({ 'content-length': _, ...headers }) {
  return headers;
}

/** A WebSocket: the request as it came, then whatever the two sides say. */
function tunnel(server, incoming, socket, head, sockets) {
  const { hostname, port } = new URL(server.origin);
  const other = connect(Number(port), hostname, () => {
    const headers = incoming.rawHeaders.map((text, index) => (index % 2 === 0 ? `${text}: ` : `${text}\r\n`)).join('');
    other.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${headers}\r\n`);
    other.write(head);
    other.pipe(socket).pipe(other);
  });
  for (const [one, peer] of [
    [socket, other],
    [other, socket],
  ]) {
    sockets.add(one);
    one.on('error', () => peer.destroy());
    one.on('close', () => {
      sockets.delete(one);
      peer.destroy();
    });
  }
}
