import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Broker, createBroker } from '../harness/broker';
import { type Certificates, makeCertificates } from '../harness/certificates';
import { killAtExit } from '../harness/cluster';
import type { BrokerRelease } from '../harness/jars';
import { freePorts } from '../harness/ports';
import type { LiveCase } from './cases';
import { controllersFor, format } from './companions';
import { complete } from './complete';
import { startZooKeeper, type ZooKeeper } from './zooKeeper';

/** Ports that one example may speak of. */
const PORTS = 6;

/** What a real Kafka did with a configuration. */
export interface Outcome {
  readonly started: boolean;
  /** Why it did not start, in Kafka's own words. */
  readonly said: string;
}

export interface LiveSession {
  /** Starts a real Kafka with the text, completed for this machine, and ends it again. */
  attempt(live: LiveCase, text: string): Promise<Outcome>;
  dispose(): Promise<void>;
}

/** Nothing is started before an example needs it. */
export function openSession(): LiveSession {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-livecheck-'));
  const processes: { readonly pid: number | undefined }[] = [];
  const forget = killAtExit(processes, folder);
  let zooKeeper: Promise<ZooKeeper> | undefined;
  let certificates: Certificates | undefined;
  let count = 0;
  const around = async (own: string, text: string) => {
    const needsZooKeeper = /^zookeeper\.connect=/m.test(text);
    if (needsZooKeeper) zooKeeper ??= startZooKeeper(join(folder, 'zookeeper'));
    certificates ??= makeCertificates(join(folder, 'certificates'));
    const running = needsZooKeeper ? await zooKeeper : undefined;
    if (running) processes.push(running);
    // Each example has a ZooKeeper of its own, as far as it can see.
    const address = running && `${running.address}/${count}`;
    return { folder: own, zooKeeper: address, certificates, portFor: numbered(await freePorts(PORTS)) };
  };
  return {
    async attempt({ release }, text) {
      const own = join(folder, String(++count));
      const completed = complete(text, await around(own, text));
      const nodes = prepare(own, release, completed);
      processes.push(...nodes);
      return run(nodes);
    },
    async dispose() {
      await (await zooKeeper)?.dispose();
      forget();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function numbered(free: readonly number[]): (port: string) => number {
  const given = new Map<string, number>();
  return (port) => {
    const known = given.get(port) ?? free[given.size];
    if (known === undefined) throw new Error('An example speaks of more ports than there are here.');
    given.set(port, known);
    return known;
  };
}

/** The example's own node first, and then the controllers that it names. */
function prepare(folder: string, release: BrokerRelease, text: string): Broker[] {
  mkdirSync(folder, { recursive: true });
  const nodeId = /^node\.id=(.*)$/m.exec(text)?.[1];
  if (/^process\.roles=/m.test(text)) format(join(folder, 'data'), nodeId ?? '1');
  const file = join(folder, 'server.properties');
  writeFileSync(file, text);
  return [createBroker(Number(nodeId ?? 0), release, file), ...controllersFor(text, release, folder)];
}

async function run(nodes: readonly Broker[]): Promise<Outcome> {
  const [own, ...controllers] = nodes;
  const neighbours = controllers.map((controller) => controller.start().catch(() => undefined));
  try {
    await own?.start();
    return { started: true, said: '' };
  } catch (error) {
    return { started: false, said: reasonIn(error instanceof Error ? error.message : String(error)) };
  } finally {
    await Promise.all(nodes.map((node) => node.kill()));
    await Promise.all(neighbours);
  }
}

/** The line that names the exception, the innermost cause at best, else the first that says that it ended. */
function reasonIn(output: string): string {
  const lines = output.split('\n');
  const named = lines.filter((line) => /\w(?:Exception|Error)\b/.test(line) && !/^\s*at /.test(line));
  return (named.at(-1) ?? lines[0] ?? '').replace(/^Caused by: /, '').trim();
}
