import { setTimeout as sleep } from 'node:timers/promises';

/** TCP connections of this process; harness and actors talk through pipes. */
export function openSockets(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
}

/** A socket that was destroyed is gone with the next turns of the loop; the test's timeout bounds it. */
export async function untilNoSocket(): Promise<void> {
  while (openSockets() > 0) await sleep(10);
}
