import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { CONNECT_WORKER_ROLES, SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'compose/changed-number',
  summary: 'YAML makes another number of the value',
  severity: 'warning',
  roles: [...SERVER_ROLES, ...CONNECT_WORKER_ROLES],
  sources: ['github.com/compose-spec/compose-go (numbers of YAML 1.1, printed by Go)'],
  *check(reader: Reader): Iterable<Report> {
    if (!reader.scope.container) return;
    for (const { value, writtenKey, key } of reader.scope.entries) {
      const written = value.kind === 'literal' ? value.written : undefined;
      if (written === undefined || !isAnother(key, written, value.text)) continue;
      const newText = JSON.stringify(written);
      yield {
        span: value.span,
        message: `${writtenKey} becomes ${value.text}: without quotes ${written} is a number to YAML.`,
        fixes: [{ title: `Write ${newText}`, safe: false, edits: [{ kind: 'text', span: value.span, newText }] }],
      };
    }
  },
};

/** `010` is eight, `3.10` is the version 3.1, and `1e6` is printed as `1e+06`; `45_000` is what was meant. */
function isAnother(key: string, written: string, text: string): boolean {
  if (/^[-+]?0\d/.test(written) || text.includes('e+')) return true;
  return key.endsWith('version') && /^\d+\.\d*0$/.test(written);
}
