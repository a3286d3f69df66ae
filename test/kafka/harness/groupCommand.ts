import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { javaOptions } from './broker';
import type { BrokerRelease } from './jars';

const run = promisify(execFile);

/** One line of `kafka-consumer-groups.sh --describe`; null where it prints a dash. */
export interface DescribedPartition {
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  readonly committed: bigint | null;
  readonly logEnd: bigint | null;
  readonly lag: bigint | null;
  readonly memberId: string | null;
  readonly clientId: string | null;
}

export interface DescribedGroup {
  readonly group: string;
  readonly state: string;
  readonly members: number;
}

/** What Kafka's own tool says of every group and partition. */
export async function describeOffsets(release: BrokerRelease, bootstrap: string): Promise<DescribedPartition[]> {
  const rows = tableOf(await describe(release, bootstrap, '--offsets'));
  return rows.map((row) => ({
    group: row.GROUP ?? '',
    topic: row.TOPIC ?? '',
    partition: Number(row.PARTITION),
    committed: numberOf(row['CURRENT-OFFSET']),
    logEnd: numberOf(row['LOG-END-OFFSET']),
    lag: numberOf(row.LAG),
    memberId: dashIsNull(row['CONSUMER-ID']),
    clientId: dashIsNull(row['CLIENT-ID']),
  }));
}

/** The lag of share groups as `kafka-share-groups.sh` prints it. */
export async function describeShares(
  release: BrokerRelease,
  bootstrap: string,
): Promise<readonly Pick<DescribedPartition, 'group' | 'topic' | 'partition' | 'lag'>[]> {
  const tool = 'org.apache.kafka.tools.consumer.group.ShareGroupCommand';
  return tableOf(await describe(release, bootstrap, '--offsets', tool)).map((row) => ({
    group: row.GROUP ?? '',
    topic: row.TOPIC ?? '',
    partition: Number(row.PARTITION),
    lag: numberOf(row.LAG),
  }));
}

export async function describeStates(release: BrokerRelease, bootstrap: string): Promise<DescribedGroup[]> {
  const lines = (await describe(release, bootstrap, '--state')).split('\n').map((line) => line.trim().split(/\s+/));
  // The column of the assignor may be empty, so that the columns are counted from both ends.
  return lines
    .filter((cells) => cells.length > 3 && cells[0] !== 'GROUP' && /^\d+$/.test(cells.at(-1) ?? ''))
    .map((cells) => ({ group: cells[0] ?? '', state: cells.at(-2) ?? '', members: Number(cells.at(-1)) }));
}

const CONSUMER_TOOL = 'org.apache.kafka.tools.consumer.group.ConsumerGroupCommand';

async function describe(
  release: BrokerRelease,
  bootstrap: string,
  what: string,
  tool = CONSUMER_TOOL,
): Promise<string> {
  const options = ['--bootstrap-server', bootstrap, '--describe', '--all-groups', what, '--timeout', '30000'];
  const { stdout } = await run('java', [...javaOptions(release), tool, ...options], { maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/** Every group has a table of its own with a line of headings; cells hold no blanks. */
function tableOf(text: string): Record<string, string>[] {
  let headings: string[] = [];
  const rows: Record<string, string>[] = [];
  for (const line of text.split('\n')) {
    const cells = line
      .replace(/ \((\d+)\)/g, '($1)')
      .trim()
      .split(/\s+/);
    if (cells[0] === 'GROUP') headings = cells;
    else if (headings.length > 0 && cells.length === headings.length) {
      rows.push(Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? ''])));
    }
  }
  return rows;
}

function numberOf(cell: string | undefined): bigint | null {
  return cell === undefined || cell === '-' ? null : BigInt(cell);
}

function dashIsNull(cell: string | undefined): string | null {
  return cell === undefined || cell === '-' ? null : cell;
}
