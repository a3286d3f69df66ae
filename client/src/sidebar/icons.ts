import type { LagStatus } from '../../../server/src/cluster/trend/verdict';
import type { NodeIcon } from './node';

const RED = 'list.errorForeground';
const YELLOW = 'list.warningForeground';
const GREEN = 'testing.iconPassed';
const GREY = 'disabledForeground';

/** A shape of its own for each state, since not everybody sees the colours. */
const STATUS_ICONS: Readonly<Record<LagStatus, NodeIcon>> = {
  OK: { id: 'pass', color: GREEN },
  WARN: { id: 'warning', color: YELLOW },
  STALL: { id: 'debug-pause', color: RED },
  STOP: { id: 'error', color: RED },
  REWIND: { id: 'discard', color: RED },
  AHEAD: { id: 'debug-step-over', color: RED },
  LOST: { id: 'flame', color: RED },
  UNREAD: { id: 'circle-slash', color: YELLOW },
  HELD: { id: 'lock', color: YELLOW },
  LEFT: { id: 'debug-disconnect', color: GREY },
  IDLE: { id: 'pass', color: GREY },
};

export const ICONS = {
  connected: { id: 'server-environment' },
  connecting: { id: 'loading~spin' },
  disconnected: { id: 'debug-disconnect', color: GREY },
  failed: { id: 'error', color: RED },
  troubled: { id: 'warning', color: YELLOW },
  unknown: { id: 'question', color: GREY },
  unjudged: { id: 'circle-outline', color: GREY },
  note: { id: 'info' },
  broker: { id: 'server' },
  controller: { id: 'star-full' },
  topic: { id: 'list-flat' },
  healthy: { id: 'pass', color: GREEN },
  offline: { id: 'error', color: RED },
} as const satisfies Readonly<Record<string, NodeIcon>>;

/** `isStale` takes the colour away: what was judged then need not hold now. */
export function statusIcon(status: LagStatus | undefined, isStale: boolean): NodeIcon {
  const icon = status ? STATUS_ICONS[status] : ICONS.unjudged;
  return isStale ? { id: icon.id, color: GREY } : icon;
}
