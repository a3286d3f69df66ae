import { equal, ok } from 'node:assert/strict';
import { commands, type Uri, workspace } from 'vscode';
import { open, uriOf } from './files';

/** A row of the export, which is what the sidebar shows. */
export interface LagRow {
  readonly group: string;
  readonly state: string;
  readonly topic: string;
  readonly partition: number;
  readonly lag: string | null;
}

/** Connects to the suite's cluster with its file, shows the view, and gives the cluster's name. */
export async function connectToCluster(): Promise<string> {
  await open('lag/client.properties');
  const outcome = await commands.executeCommand<{ kind: string; name: string }>('kafkaLint.connectWithFile');
  equal(outcome.kind, 'connected');
  ok(outcome.name);
  await commands.executeCommand('kafkaLint.lag.focus');
  return outcome.name;
}

/** Where `exported` writes to. */
export const exportFile = (): Uri => uriOf('lag/export.json');

/** What the sidebar shows now, by way of an export. */
export async function exported(): Promise<readonly LagRow[]> {
  await commands.executeCommand('kafkaLint.exportLag', exportFile());
  return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(exportFile())));
}

/** One line a partition. */
export function lags(rows: readonly LagRow[]): readonly string[] {
  return rows.map(({ group, topic, partition, lag }) => `${group} ${topic}-${partition} ${lag}`).sort();
}
