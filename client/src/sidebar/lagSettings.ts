import { type Disposable, workspace } from 'vscode';
import { CLIENT_ID } from '../names';

export interface LagSettings {
  readonly intervalMs: number;
  /** In messages. */
  readonly threshold: number;
  /** Thresholds by glob of group ids; the first that matches counts. */
  readonly thresholds: Readonly<Record<string, number>>;
  readonly notifications: boolean;
  /** Also of lag that is old or drains soon. */
  readonly tellsAll: boolean;
  readonly quietMs: number;
  readonly statusBar: boolean;
}

/** As the user set it, within bounds whatever is written there. */
export function readLagSettings(): LagSettings {
  const settings = workspace.getConfiguration(`${CLIENT_ID}.lag`);
  const thresholds = settings.get<Readonly<Record<string, unknown>>>('thresholds', {});
  return {
    intervalMs: within(settings.get('interval'), 2, 3600, 10) * 1000,
    threshold: within(settings.get('threshold'), 1, Number.MAX_SAFE_INTEGER, 100_000),
    thresholds: Object.fromEntries(
      Object.entries(thresholds).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
    ),
    notifications: settings.get('notifications') === true,
    tellsAll: settings.get('notifyAbout') === 'all',
    quietMs: within(settings.get('quietTime'), 0, 1440, 30) * 60_000,
    statusBar: settings.get('statusBar') !== false,
  };
}

export function onLagSettings(listener: (settings: LagSettings) => void): Disposable {
  return workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${CLIENT_ID}.lag`)) listener(readLagSettings());
  });
}

function within(value: unknown, least: number, most: number, otherwise: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return otherwise;
  return Math.min(Math.max(value, least), most);
}
