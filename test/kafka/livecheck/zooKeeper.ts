import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { javaOptions } from '../harness/broker';
import { KAFKA_3 } from '../harness/jars';
import { freePorts } from '../harness/ports';

const START_LIMIT_MS = 30_000;

export interface ZooKeeper {
  readonly address: string;
  readonly pid: number | undefined;
  dispose(): Promise<void>;
}

/** Starts the ZooKeeper that came with the last Kafka that knew it. */
export async function startZooKeeper(folder: string): Promise<ZooKeeper> {
  const [port = 0] = await freePorts(1);
  const main = ['org.apache.zookeeper.server.ZooKeeperServerMain', String(port), folder];
  const child = spawn('java', ['-Dzookeeper.admin.enableServer=false', ...javaOptions(KAFKA_3), ...main], {
    stdio: 'ignore',
  });
  const end = performance.now() + START_LIMIT_MS;
  while (!(await listens(port))) {
    if (child.exitCode !== null || performance.now() > end) throw new Error('ZooKeeper did not start.');
    await sleep(100);
  }
  return {
    address: `127.0.0.1:${port}`,
    pid: child.pid,
    async dispose() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
    socket.once('connect', () => socket.destroy());
  });
}
