import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { removeEntry, setEntry } from '../fixes';
import { BROKER_ROLES } from '../roles';
import type { RuleContext, ScopeRule } from '../rule';
import { elementsOf } from '../support/elements';
import { humanBytes } from '../support/human';

const SMALL = 104_857_600;
/** From here on the number of files is worth a thought rather than a warning: deletion in smaller steps can be meant. */
const MODERATE = 33_554_432;

export const rule: ScopeRule<'smallestBytes'> = {
  id: 'broker/small-log-segments',
  summary: 'Log segments are so small that they multiply files and memory maps',
  severity: 'warning',
  roles: [...BROKER_ROLES, 'topic'],
  sources: [
    'Kafka documentation, Hardware and OS (two memory map areas a segment)',
    'Kafka 4.0 upgrade notes (KIP-1030)',
  ],
  options: {
    smallestBytes: { description: 'Bytes of a segment that are no finding.', default: SMALL, minimum: 14 },
  },
  *check(reader: Reader, { options }: RuleContext<'smallestBytes'>): Iterable<Report> {
    const key = reader.scope.role === 'topic' ? 'segment.bytes' : 'log.segment.bytes';
    const found = reader.setNumber(key);
    if (!found || found.value >= options.smallestBytes) return;
    const { entry, value } = found;
    const compacts = elementsOf(
      reader,
      reader.scope.role === 'topic' ? 'cleanup.policy' : 'log.cleanup.policy',
    )?.includes('compact');
    const files = `Every segment is several open files and two memory map areas, so ${humanBytes(value)} segments need ${Math.round(2 ** 30 / value)} times as many as the default of 1 GiB.`;
    const limit = value < 1_048_576 ? ' Kafka rejects less than 1 MiB from 4.0 on.' : '';
    yield {
      span: entry.span,
      message: `${files}${limit}`,
      // Quiet compacted topics are cleaned only when a segment closes, so small ones can be meant.
      ...((compacts || value >= MODERATE) && { severity: 'hint' as const }),
      fixes: [removeEntry(entry, 'the default is 1 GiB'), setEntry(entry, String(options.smallestBytes))],
    };
  },
};
