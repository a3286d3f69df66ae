// `inspect.mjs PID heap | profile MS FILE`: what V8 says of a Node process, by its inspector. Run by a Node that has WebSocket.
import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where Node's inspector listens when a signal has woken it. */
const ADDRESS = 'http://127.0.0.1:9229/json/list';

const [pid, what, ms, file] = process.argv.slice(2);
const socket = new WebSocket(await inspectorOf(Number(pid)));
await new Promise((resolve, reject) => {
  socket.onopen = resolve;
  socket.onerror = reject;
});
if (what === 'heap') console.log(await heapUsed());
else await profile();
socket.close();

async function inspectorOf(process_) {
  process.kill(process_, 'SIGUSR1');
  for (let attempt = 0; attempt < 50; attempt++) {
    const answer = await fetch(ADDRESS).catch(() => undefined);
    if (answer) return (await answer.json())[0].webSocketDebuggerUrl;
    await sleep(100);
  }
  throw new Error('The inspector did not start.');
}

/** Bytes, once what nobody holds is gone. */
async function heapUsed() {
  await send('HeapProfiler.collectGarbage');
  return (await send('Runtime.getHeapUsage')).usedSize;
}

async function profile() {
  await send('Profiler.enable');
  await send('Profiler.start');
  await sleep(Number(ms));
  const { profile } = await send('Profiler.stop');
  await writeFile(file, JSON.stringify(profile));
}

function send(method) {
  return new Promise((resolve, reject) => {
    socket.onmessage = ({ data }) => {
      const { id, result, error } = JSON.parse(data);
      if (id !== 1) return;
      if (error) reject(new Error(error.message));
      else resolve(result);
    };
    socket.send(JSON.stringify({ id: 1, method }));
  });
}
