import type { Reader } from '../../../catalogue/reader';
import type { Report } from '../../../model/finding';
import { setEntry } from '../../fixes';
import { type Named, topicSetting } from './names';

/** The value of a local retention that stands for "as the total". */
const SAME_AS_TOTAL = -2;

/** What is kept on the broker's disks has to be within what is kept at all, for time and for size. */
export function* localRetention(reader: Reader): Iterable<Report> {
  for (const unit of ['ms', 'bytes'] as const) {
    const total = topicSetting(reader, `retention.${unit}`);
    if (!total || total.value < 0) continue;
    yield* localOverTotal(reader, total, topicSetting(reader, `local.retention.${unit}`));
    if (reader.scope.role === 'topic' && reader.atLeast('4.4')) yield* lagOverLocal(reader, total, unit);
  }
}

function* localOverTotal(reader: Reader, total: Named, local: Named | undefined): Iterable<Report> {
  const entry = local?.written ? reader.entry(local.key) : undefined;
  if (!entry || !local || local.value === SAME_AS_TOTAL) return;
  if (local.value >= 0 && local.value <= total.value) return;
  const amount = local.value < 0 ? 'unlimited' : String(local.value);
  const message = `${local.key} is ${amount}, over ${total.key} (${total.value}${total.written ? '' : ' by default'}): Kafka refuses it with tiered storage.`;
  yield { span: entry.span, message, fixes: [setEntry(entry, String(SAME_AS_TOTAL))] };
}

/** A segment that has to wait longer for its copy than it may stay would be lost. */
function* lagOverLocal(reader: Reader, total: Named, unit: 'ms' | 'bytes'): Iterable<Report> {
  const lag = reader.setNumber(`remote.copy.lag.${unit}`);
  const own = reader.setNumber(`local.retention.${unit}`);
  const local = own && own.value >= 0 ? { key: own.entry.key, value: own.value } : total;
  if (!lag || lag.value <= local.value) return;
  const message = `remote.copy.lag.${unit} (${lag.value}) is over ${local.key} (${local.value}): Kafka rejects this topic.`;
  yield { span: lag.entry.span, message, fixes: [setEntry(lag.entry, String(local.value))] };
}
