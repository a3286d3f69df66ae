import type { Explicit, Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { removeEntry, setEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { readBy } from './support/readers';

const RATIO = 'vm.dirty_ratio';
const BACKGROUND = 'vm.dirty_background_ratio';
const MOST_BACKGROUND = 10;
const MOST = 80;

export const rule: ScopeRule = {
  id: 'os/dirty-ratios',
  summary: 'Written pages pile up in memory before the kernel writes them to disk',
  severity: 'warning',
  roles: ['host'],
  sources: ['Linux documentation, sysctl/vm.rst, dirty_background_ratio, dirty_ratio', 'Linux mm/page-writeback.c'],
  *check(reader: Reader): Iterable<Report> {
    if (readBy(reader, 'container')) return;
    const background = reader.setNumber(BACKGROUND);
    const ratio = reader.setNumber(RATIO);
    if (background && background.value > MOST_BACKGROUND) yield tooLate(background);
    else if (background && ratio && ratio.value > 0 && background.value >= ratio.value) yield halved(background, ratio);
    if (ratio && ratio.value > MOST) {
      const message = `${RATIO}=${ratio.value} lets written pages fill nearly all memory, so that writing stops for long when it is reached: ${MOST} is the highest value in use.`;
      yield { span: ratio.entry.value.span, message, fixes: [setEntry(ratio.entry, String(MOST))] };
    }
    for (const [bytes, percent] of [
      ['vm.dirty_bytes', RATIO],
      ['vm.dirty_background_bytes', BACKGROUND],
    ] as const) {
      const [one, other] = [reader.setNumber(bytes), reader.setNumber(percent)];
      if (!one || !other || one.value === 0 || other.value === 0) continue;
      const lost = one.entry.span.start < other.entry.span.start ? one : other;
      const message = `${lost.entry.writtenKey} has no effect: ${bytes} and ${percent} are one setting, and the one that is written last counts.`;
      yield { span: lost.entry.span, message, fixes: [removeEntry(lost.entry)], tags: ['unnecessary'] };
    }
  },
};

function tooLate({ entry, value }: Explicit<number>): Report {
  const message = `${BACKGROUND}=${value} delays writing until ${value}% of memory is unwritten, which then goes to disk in one long stall. A value of 5 keeps it steady.`;
  return { span: entry.value.span, message, fixes: [setEntry(entry, '5', { safe: true })] };
}

function halved({ entry, value }: Explicit<number>, ratio: Explicit<number>): Report {
  const message = `${BACKGROUND}=${value} is not below ${RATIO}=${ratio.value}: the kernel uses half of ${RATIO} instead.`;
  return { span: entry.value.span, message, severity: 'information', fixes: [setEntry(entry, '5', { safe: true })] };
}
