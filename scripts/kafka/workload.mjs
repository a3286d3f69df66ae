import { setTimeout as sleep } from 'node:timers/promises';

/** How often something happens, in milliseconds. */
const BEAT = 1000;
/** Beats of a whole up and down of the lag. */
const PERIOD = 60;

/**
 * Sends and consumes until the signal: `billing` falls behind and catches up again, `mails` keeps up, `reports` has lost its
 * consumer and falls behind for ever, `audit` has stopped with its topic.
 * @param {(...words: (string | number)[]) => Promise<string>} ask
 * @param {number} replicas
 * @param {AbortSignal} signal
 */
export async function runWorkload(ask, replicas, signal) {
  await ask('topic', 'orders', 6, replicas);
  await ask('topic', 'mails', 3, replicas);
  await ask('topic', 'audit', 1, replicas);
  await ask('produce', 'audit', 0, 500);
  await ask('commit', 'audit', 'audit', 0, 120);
  for (let partition = 0; partition < 3; partition++) await ask('commit', 'reports', 'orders', partition, 0);
  await ask('member', 'billing-1', 'billing', 'classic', 'orders');
  await ask('member', 'mails-1', 'mails', 'consumer', 'mails').catch(() =>
    ask('member', 'mails-1', 'mails', 'classic', 'mails'),
  );
  console.log('Groups billing, mails, reports and audit are there; the lag of billing rises and falls every minute.');
  for (let beat = 0; !signal.aborted; beat++) {
    await work(ask, beat % PERIOD);
    await sleep(BEAT, undefined, { signal }).catch(() => undefined);
  }
}

async function work(ask, beat) {
  if (beat === 5) await ask('stall', 'billing-1');
  if (beat === 35) await ask('go', 'billing-1');
  for (let partition = 0; partition < 6; partition++) await ask('produce', 'orders', partition, 40 + partition * 30);
  await ask('produce', 'mails', beat % 3, 20);
}
