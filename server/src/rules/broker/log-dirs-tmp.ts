import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { setEntry } from '../fixes';
import { SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { elementsOf } from '../support/elements';
import { isTemporary } from '../support/temporary';
import { isLocalSetup } from './support/quorum';

const KEYS = ['log.dirs', 'log.dir', 'metadata.log.dir'];

export const rule: ScopeRule = {
  id: 'broker/log-dirs-tmp',
  summary: "Kafka's data lies in a folder for temporary files",
  severity: 'warning',
  roles: SERVER_ROLES,
  sources: ['Filesystem Hierarchy Standard (/tmp)', 'systemd tmpfiles.d (ages out /tmp and /var/tmp)'],
  *check(reader: Reader): Iterable<Report> {
    for (const key of KEYS) {
      const entry = reader.entry(key);
      const wrong = elementsOf(reader, key)?.find(isTemporary);
      if (!entry || !wrong) continue;
      yield {
        span: entry.span,
        message: `${wrong} is emptied at reboot or by clean-up jobs on many systems, and then this node's data is gone.`,
        ...(isLocalSetup(reader) && { severity: 'hint' as const }),
        fixes: [setEntry(entry, '/var/lib/kafka/data')],
      };
    }
  },
};
