import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { javaOptions } from './broker';
import type { BrokerRelease } from './jars';

/**
 * Kafka's own clients, doing what a test asks for:
 *
 * - `topic NAME PARTITIONS REPLICAS`, `delete-topic NAME`, `delete-group NAME`
 * - `produce TOPIC PARTITION COUNT`
 * - `commit GROUP TOPIC PARTITION OFFSET`
 * - `delete-records TOPIC PARTITION BEFORE`: moves the log start
 * - `member NAME GROUP PROTOCOL TOPIC`: joins as `classic` or `consumer` and consumes; returns once it has partitions
 * - `committed-reader NAME GROUP TOPIC`: the same with isolation level read_committed
 * - `stall NAME`: the member goes on with its heartbeats and polls no more, so that a rebalance waits for it
 * - `go NAME`: it polls again
 * - `join NAME GROUP TOPIC`: joins without waiting to be given anything
 * - `leave NAME`
 * - `transaction TOPIC PARTITION COUNT`: begins a transaction, sends, and leaves it open
 * - `committed-transaction TOPIC PARTITION COUNT`: the same, and commits it
 * - `share GROUP TOPIC`: a share group reads what there is, acknowledges it and goes (Kafka 4.x)
 * - `deny USER GROUP`, `deny-topic USER TOPIC`: an access control entry that forbids the user the group or the topic
 * - `elect`: every partition is led by its preferred replica again
 */
export interface Actors {
  /** Resolves when it is done; rejects with what Kafka's client said. */
  ask(command: string, ...operands: readonly (string | number)[]): Promise<string>;
  dispose(): void;
}

interface Waiting {
  resolve(answer: string): void;
  reject(error: Error): void;
}

/** Starts a process with Kafka's clients for the cluster. */
export function startActors(release: BrokerRelease, bootstrap: string): Actors {
  const child: ChildProcessWithoutNullStreams = spawn('java', [...javaOptions(release), 'Actors', bootstrap]);
  const waiting: Waiting[] = [];
  let errors = '';
  createInterface({ input: child.stdout }).on('line', (line) => {
    const next = waiting.shift();
    if (line.startsWith('ok')) next?.resolve(line.slice(3));
    else next?.reject(new Error(line));
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString('utf8')).slice(-4000);
  });
  child.once('exit', () => {
    for (const { reject } of waiting.splice(0)) reject(new Error(`The actors have ended: ${errors}`));
  });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  return {
    ask: (...words) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        child.stdin.write(`${words.join(' ')}\n`);
      }),
    dispose() {
      process.off('exit', kill);
      kill();
    },
  };
}
