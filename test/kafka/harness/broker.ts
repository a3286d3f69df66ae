import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type BrokerRelease, classPath } from './jars';
import { USERS } from './properties';

const run = promisify(execFile);
/** The last lines that a broker has written, for the message when it does not start. */
const KEPT_LINES = 60;
const START_TIMEOUT = 60_000;
/** With KRaft and with ZooKeeper. */
const STARTED = /\bKafka Server started\b|\[KafkaServer id=\d+\] started/;

/** One broker's process. */
export interface Broker {
  readonly id: number;
  readonly pid: number | undefined;
  /** What the broker wrote last. */
  output(): string;
  /** Starts it and waits until it serves; rejects with its last words when it ends instead. */
  start(): Promise<void>;
  /** As `kafka-server-stop.sh` does: the leaders move first. */
  stop(): Promise<void>;
  /** As a power cut does. */
  kill(): Promise<void>;
  /** Stops its clock: connections stay, and nothing answers. */
  pause(): void;
  resume(): void;
}

/** Writes the broker's properties and formats its storage; starts nothing. */
export async function prepareBroker(
  release: BrokerRelease,
  folder: string,
  clusterId: string,
  properties: string,
  isFormatted = true,
): Promise<string> {
  const file = join(folder, 'server.properties');
  writeFileSync(file, properties);
  if (!isFormatted) return file;
  const scram = Object.entries(USERS).flatMap(([name, password]) =>
    ['SCRAM-SHA-256', 'SCRAM-SHA-512'].flatMap((one) => ['--add-scram', `${one}=[name=${name},password=${password}]`]),
  );
  const format = ['format', '--cluster-id', clusterId, '--config', file, ...scram];
  await run('java', [...javaOptions(release), 'kafka.tools.StorageTool', ...format]);
  return file;
}

export function javaOptions(release: BrokerRelease): string[] {
  const quick = ['-Xmx320m', '-Xms64m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xshare:auto'];
  const log = ['-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-Dorg.slf4j.simpleLogger.log.kafka.server=info'];
  return [...quick, ...log, '-cp', classPath(release)];
}

export function createBroker(id: number, release: BrokerRelease, file: string, jvm: readonly string[] = []): Broker {
  let child: ChildProcess | undefined;
  let lines: string[] = [];
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const process = child;
    if (!process || process.exitCode !== null || process.signalCode !== null) return;
    const ended = once(process, 'exit');
    process.kill(signal);
    await ended;
  };
  return {
    id,
    get pid() {
      return child?.pid;
    },
    output: () => lines.join('\n'),
    async start() {
      lines = [];
      // In its own folder, since what it writes to a relative path would else be left behind here.
      child = spawn('java', [...javaOptions(release), ...jvm, 'kafka.Kafka', file], {
        cwd: dirname(file),
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      await served(child, lines, id);
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
  };
}

/** Resolves with the line that says that the server has started. */
function served(child: ChildProcess, lines: string[], id: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => {
      clearTimeout(timer);
      reject(new Error(`Broker ${id} ${why}. Its last words:\n${lines.join('\n')}`));
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail(`did not start within ${START_TIMEOUT / 1000} s`);
    }, START_TIMEOUT);
    const read = (chunk: Buffer): void => {
      lines.push(...chunk.toString('utf8').split('\n').filter(Boolean));
      if (lines.some((line) => STARTED.test(line))) {
        clearTimeout(timer);
        resolve();
      }
      lines.splice(0, Math.max(0, lines.length - KEPT_LINES));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => fail(`could not be run: ${error.message}`));
    child.once('exit', (code, signal) => fail(`ended with ${signal ?? `code ${code}`}`));
  });
}
