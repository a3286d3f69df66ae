import { dirname, resolve } from 'node:path';
import type { ConnectionOptions } from '../../cluster/connection';
import type { ExplainedError } from '../../cluster/explain/errorFacts';
import { explainError } from '../../cluster/explain/explainError';
import { connectionOptionsOf } from '../../connection/connectionOptions';
import { importConnection } from '../../connection/import/importConnection';
import type { Refusal } from '../../connection/import/reader';
import { diskError } from '../../disk/diskError';
import type { ClusterAddress } from '../lagArguments';
import { readTextFile } from '../textFile';

/** Why there is nothing to tell of a cluster: lines for a person, without any secret. */
export class ClusterTrouble extends Error {
  override readonly name = 'ClusterTrouble';
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

/** How the cluster is reached, as the file says; rejects with a ClusterTrouble before anything is sent. */
export async function connectionFor(
  { bootstrapServer, commandConfig }: ClusterAddress,
  cwd: string,
): Promise<ConnectionOptions> {
  const folder = commandConfig === undefined ? cwd : dirname(resolve(cwd, commandConfig));
  const text = commandConfig === undefined ? '' : readConfig(commandConfig, cwd);
  const imported = importConnection(text, (path) => resolve(folder, path), bootstrapServer);
  const { settings, secrets, refusals } = imported;
  const { bootstrapServers, securityProtocol } = settings;
  if (refusals.length > 0 || !bootstrapServers || !securityProtocol) {
    throw new ClusterTrouble(refusals.map((refusal) => refusalLine(refusal, commandConfig)));
  }
  const whole = { ...settings, name: commandConfig ?? 'the cluster', bootstrapServers, securityProtocol };
  try {
    return await connectionOptionsOf(whole, secrets, async (path) => readTextFile(path).text);
  } catch (error) {
    throw new ClusterTrouble([error instanceof Error ? error.message : String(error)]);
  }
}

/** What any error on the way to a cluster means to a person. */
export function clusterTrouble(error: unknown): ClusterTrouble {
  return error instanceof ClusterTrouble ? error : new ClusterTrouble([explained(explainError(error))]);
}

export function explained({ message, whatToDo }: ExplainedError): string {
  return whatToDo === '' ? message : `${message} ${whatToDo}`;
}

function readConfig(file: string, cwd: string): string {
  try {
    return readTextFile(resolve(cwd, file)).text;
  } catch (error) {
    throw new ClusterTrouble([`${file}: ${diskError(error).message}.`]);
  }
}

function refusalLine({ key, reason, remedy }: Refusal, file: string | undefined): string {
  if (key === 'bootstrap.servers' && file !== undefined && /missing/.test(reason)) {
    return `${file} has no bootstrap.servers: use --bootstrap-server, such as --bootstrap-server localhost:9092.`;
  }
  const where = file === undefined ? '--bootstrap-server' : file;
  return [`${where}: ${reason}`, remedy].filter(Boolean).join(' ');
}
