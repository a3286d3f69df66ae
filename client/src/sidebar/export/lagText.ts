import { lostOf } from '../../../../server/src/cluster/assemble/lag';
import type { Offset } from '../../../../server/src/cluster/model';
import type { LagRow } from './rows';

/** Named and ordered as kafka-consumer-groups.sh does it, where it has the column. */
const COLUMNS = [
  'cluster',
  'group',
  'state',
  'topic',
  'partition',
  'currentOffset',
  'logStartOffset',
  'logEndOffset',
  'lag',
  'status',
  'lostUnread',
  'unknown',
  'clientId',
  'host',
  'takenAt',
] as const;

type Cells = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** RFC 4180. An unknown number is an empty cell, and the reason is in the column `unknown`. */
export function csvText(rows: readonly LagRow[]): string {
  const table = [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => cellsOf(row)[column]))];
  return table.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

/** Tab-separated, as spreadsheets and chats take it. */
export function tableText(rows: readonly LagRow[]): string {
  const table = [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => cellsOf(row)[column]))];
  return table.map((cells) => cells.map((cell) => noFormula(cell).replaceAll(/[\t\r\n]/g, ' ')).join('\t')).join('\n');
}

/** Offsets are strings, since JSON's readers round large numbers; an unknown one is null. */
export function jsonText(rows: readonly LagRow[]): string {
  const records = rows.map((row) => {
    const { partition } = row;
    const cells = cellsOf(row);
    return {
      cluster: cells.cluster,
      group: cells.group,
      state: cells.state,
      ...(partition && {
        topic: cells.topic,
        partition: partition.partition,
        currentOffset: exact(partition.committed),
        logStartOffset: exact(partition.logStart),
        logEndOffset: exact(partition.logEnd),
        lag: exact(partition.lag),
        ...(cells.lostUnread && { lostUnread: cells.lostUnread }),
      }),
      ...(row.status && { status: row.status }),
      ...(cells.unknown && { unknown: cells.unknown }),
      ...(cells.clientId && { clientId: cells.clientId, host: cells.host }),
      takenAt: cells.takenAt,
    };
  });
  return `${JSON.stringify(records, undefined, 2)}\n`;
}

function cellsOf({ cluster, takenAt, group, partition, status }: LagRow): Cells {
  const member = group.members.find(({ memberId }) => memberId === partition?.memberId);
  const unknown = partition ? (typeof partition.lag === 'bigint' ? undefined : partition.lag) : group.problem;
  return {
    cluster,
    group: group.groupId,
    state: group.state,
    topic: partition?.topic ?? '',
    partition: partition ? String(partition.partition) : '',
    currentOffset: exact(partition?.committed) ?? '',
    logStartOffset: exact(partition?.logStart) ?? '',
    logEndOffset: exact(partition?.logEnd) ?? '',
    lag: exact(partition?.lag) ?? '',
    status: status ?? '',
    lostUnread: partition && lostOf(partition) > 0n ? String(lostOf(partition)) : '',
    unknown: unknown?.unknown ?? '',
    clientId: member?.clientId ?? '',
    host: member?.host ?? '',
    takenAt,
  };
}

function exact(offset: Offset | undefined): string | null {
  return typeof offset === 'bigint' ? String(offset) : null;
}

function quoted(cell: string): string {
  const safe = noFormula(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell that starts like a formula is kept from being one: names come from whoever can create a group. */
function noFormula(cell: string): string {
  return /^[=+@\t\r\n]|^-(?!\d+$)/.test(cell) ? `'${cell}` : cell;
}
