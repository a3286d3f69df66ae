import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { ScopeRule } from '../rule';
import { openFilesOf } from './support/limits';
import { readBy } from './support/readers';

export const rule: ScopeRule = {
  id: 'os/limits-not-for-services',
  summary: 'A limit holds for logins only, and not for services or containers',
  severity: 'hint',
  roles: ['host'],
  sources: ['limits.conf(5), pam_limits(8)', 'systemd.exec(5), LimitNOFILE='],
  *check(reader: Reader): Iterable<Report> {
    if (!readBy(reader, 'limits')) return;
    const { soft, hard } = openFilesOf(reader);
    const first = hard ?? soft;
    if (!first) return;
    const message =
      'This limit applies to logins through PAM only: a broker that systemd starts needs LimitNOFILE in its unit, and one in a container needs ulimits.';
    yield { span: first.entry.keySpan, message };
  },
};
