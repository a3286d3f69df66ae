import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { setEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { isTemporary } from '../support/temporary';

const KEY = 'offset.storage.file.filename';

export const rule: ScopeRule = {
  id: 'connect/offsets-in-tmp',
  summary: "A worker keeps its connectors' offsets in a folder for temporary files",
  severity: 'hint',
  roles: ['connect-standalone'],
  sources: ['FileOffsetBackingStore', 'Filesystem Hierarchy Standard (/tmp)'],
  *check(reader: Reader): Iterable<Report> {
    const file = reader.setString(KEY);
    if (!file || !isTemporary(file.value)) return;
    const message = `${file.value} is removed at reboot or by clean-up jobs on many systems: source connectors then begin again.`;
    yield { span: file.entry.span, message, fixes: [setEntry(file.entry, '/var/lib/kafka-connect/connect.offsets')] };
  },
};
