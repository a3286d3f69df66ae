import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { setEntry } from '../fixes';
import { BROKER_ROLES } from '../roles';
import type { RuleContext, ScopeRule } from '../rule';
import { humanDuration } from '../support/human';

const WEEK = 10_080;
const DAY = 1440;

export const rule: ScopeRule<'shortestMinutes'> = {
  id: 'broker/offsets-retention-short',
  summary: 'A group that is away over a weekend loses its offsets',
  severity: 'warning',
  roles: BROKER_ROLES,
  sources: ['GroupCoordinatorConfig.OFFSETS_RETENTION_MINUTES_DOC (default 7 days since 2.0, KIP-186)'],
  options: {
    shortestMinutes: { description: 'Minutes of retention that are no finding.', default: WEEK, minimum: 1 },
  },
  *check(reader: Reader, { options }: RuleContext<'shortestMinutes'>): Iterable<Report> {
    const found = reader.setNumber('offsets.retention.minutes');
    if (!found || found.value >= options.shortestMinutes) return;
    yield {
      span: found.entry.span,
      message: `A group without members for ${humanDuration(found.value * 60_000)} loses its offsets and starts at auto.offset.reset: it skips records or reads everything again. The default is 7 days.`,
      ...(found.value >= DAY && { severity: 'information' as const }),
      fixes: [setEntry(found.entry, String(options.shortestMinutes))],
    };
  },
};
