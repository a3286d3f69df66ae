import type { Reader } from '../../../catalogue/reader';
import type { Report } from '../../../model/finding';
import { setEntry } from '../../fixes';
import { type Named, topicSetting } from './names';

/** The value of a local retention that stands for "as the total". */
const SAME_AS_TOTAL = -2;

/** What is kept on the broker's disks has to be within what is kept at all, for time and for size. */
export function* localRetention(reader: Reader): Iterable<Report> {
  for (const unit of ['ms', 'bytes'] as const) {
    const total = bounded(topicSetting(reader, `retention.${unit}`));
    const local = topicSetting(reader, `local.retention.${unit}`);
    if (total) yield* localOverTotal(reader, total, local);
    if (reader.scope.role === 'topic') yield* lagOverLocal(reader, bounded(local) ?? total, unit);
  }
}

function* localOverTotal(reader: Reader, total: Named, local: Named | undefined): Iterable<Report> {
  const entry = local?.written ? reader.entry(local.key) : undefined;
  if (!entry || !local || local.value === SAME_AS_TOTAL) return;
  if (local.value >= 0 && local.value <= total.value) return;
  const amount = local.value < 0 ? 'unlimited' : String(local.value);
  const message = `${local.key} is ${amount}, over ${total.key} (${total.value}${total.written ? '' : ' by default'}): Kafka rejects it with tiered storage.`;
  yield { span: entry.span, message, fixes: [setEntry(entry, String(SAME_AS_TOTAL))] };
}

/** -1 is unlimited, and -2 of a local retention is the total. */
function bounded(setting: Named | undefined): Named | undefined {
  return setting && setting.value >= 0 ? setting : undefined;
}

/** A segment that has to wait longer for its copy than it may stay would be lost. */
function* lagOverLocal(reader: Reader, local: Named | undefined, unit: 'ms' | 'bytes'): Iterable<Report> {
  const lag = reader.setNumber(`remote.copy.lag.${unit}`);
  if (!lag || !local || lag.value <= local.value) return;
  const message = `remote.copy.lag.${unit} (${lag.value}) is over ${local.key} (${local.value}): Kafka rejects this topic.`;
  yield { span: lag.entry.span, message, fixes: [setEntry(lag.entry, String(local.value))] };
}
