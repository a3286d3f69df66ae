import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Linux counts processor time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

/** The share of one core that a process takes while that many milliseconds pass. Processor time minds no other load. */
export async function processorShareOf(pid: number, ms: number): Promise<number> {
  const start = secondsOf(pid);
  const from = performance.now();
  await sleep(ms);
  return ((secondsOf(pid) - start) * 1000) / (performance.now() - from);
}

/** Seconds of processor time, user's and system's, of all its threads since it started. */
export function secondsOf(pid: number): number {
  const [user = 0, system = 0] = statOf(pid).slice(11, 13).map(Number);
  return (user + system) / TICKS_PER_SECOND;
}

/** Resident memory in bytes. */
export function residentOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) * 1024;
}

/** The process below `ancestor` whose command line holds the text; throws when there is none. */
export function descendant(ancestor: number, text: string): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const found = pids.map(Number).find((pid) => commandOf(pid).includes(text) && isBelow(pid, ancestor));
  if (found === undefined) throw new Error(`No process below ${ancestor} was started with ${text}.`);
  return found;
}

function isBelow(pid: number, ancestor: number): boolean {
  for (let one = pid; one > 1; one = parentOf(one)) if (one === ancestor) return true;
  return false;
}

const parentOf = (pid: number) => Number(statOf(pid)[1]);

/** What follows the name, which may hold spaces. Empty for a process that has ended. */
function statOf(pid: number): readonly string[] {
  const text = textOf(`/proc/${pid}/stat`);
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function commandOf(pid: number): string {
  return textOf(`/proc/${pid}/cmdline`);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
