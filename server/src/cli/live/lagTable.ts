import type { GroupSnapshot, LagTotal, Offset, PartitionLag } from '../../cluster/model';
import { countText, unknownText } from '../../cluster/words/lagWords';
import { groupWords, lostIn, statusWord } from '../../cluster/words/verdictWords';
import { terminalText } from '../../escape/terminal';
import type { LagReading } from './lagReading';

/** For people: a line a group, and with `partitions` a table of each group's partitions. */
export function lagTable(reading: LagReading, partitions: boolean): string {
  const { groups } = reading;
  if (groups.length === 0) return 'The cluster has no consumer group that may be seen.\n';
  const summary = table([
    ['GROUP', 'STATE', 'MEMBERS', 'LAG', 'STATUS'],
    ...groups.map((group) => groupCells(group, reading)),
  ]);
  if (!partitions) return summary;
  return [summary, ...groups.map((group) => partitionTable(group, reading))].join('\n');
}

function groupCells(group: GroupSnapshot, { trendOf }: LagReading): string[] {
  const { short } = groupWords(group, trendOf(group.groupId));
  const members = group.membersUnknown ? '?' : String(group.members.length);
  return [group.groupId, group.state, members, totalCell(group.total), short.join(', ') || '-'];
}

function totalCell({ lag, knownPartitions, unknownPartitions }: LagTotal): string {
  if (knownPartitions === 0) return unknownPartitions === 0 ? '-' : 'unknown';
  return unknownPartitions === 0 ? countText(lag) : `${countText(lag)} + ${countText(unknownPartitions)} unknown`;
}

const PARTITION_HEADINGS = [
  'GROUP',
  'TOPIC',
  'PARTITION',
  'CURRENT-OFFSET',
  'LOG-END-OFFSET',
  'LAG',
  'STATUS',
  'CLIENT-ID',
  'HOST',
];

function partitionTable(group: GroupSnapshot, reading: LagReading): string {
  const all = group.topics.flatMap(({ partitions }) => partitions);
  return table([PARTITION_HEADINGS, ...all.map((partition) => partitionCells(group, partition, reading))]);
}

function partitionCells(group: GroupSnapshot, partition: PartitionLag, { statusOf }: LagReading): string[] {
  const member = group.members.find(({ memberId }) => memberId === partition.memberId);
  const status = statusOf(group.groupId, partition);
  return [
    group.groupId,
    partition.topic,
    String(partition.partition),
    offsetCell(partition.committed),
    offsetCell(partition.logEnd),
    typeof partition.lag === 'bigint' ? countText(partition.lag) : unknownText(partition.lag),
    status ? statusWord(status, lostIn([partition])) : '-',
    member?.clientId ?? '-',
    member?.host ?? '-',
  ];
}

function offsetCell(offset: Offset): string {
  return typeof offset === 'bigint' ? String(offset) : '-';
}

/** Two blanks between columns; the last one is not filled up. */
function table(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map(terminalText));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}
