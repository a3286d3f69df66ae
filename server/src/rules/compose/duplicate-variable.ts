import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { CONNECT_WORKER_ROLES, SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'compose/duplicate-variable',
  summary: 'A variable is twice in a map, and compose rejects the file',
  severity: 'error',
  roles: [...SERVER_ROLES, ...CONNECT_WORKER_ROLES],
  sources: ['github.com/compose-spec/compose-go loader (mapping key already defined)'],
  *check(reader: Reader): Iterable<Report> {
    const seen = new Set<string>();
    for (const { name, entry } of reader.scope.container?.variables ?? []) {
      // In a list the last one wins.
      if (entry.overriddenBy) continue;
      if (seen.has(name)) {
        const remove = { title: `Remove this ${name}`, safe: false, edits: [{ kind: 'remove', entry } as const] };
        yield {
          span: entry.keySpan,
          message: `${name} is defined twice: Docker Compose rejects the file.`,
          fixes: [remove],
        };
      }
      seen.add(name);
    }
  },
};
