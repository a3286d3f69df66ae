import { terminalText } from '../escape/terminal';
import { RULES } from '../rules/index.generated';
import { nearest } from '../rules/support/nearest';
import type { CliHost } from './host';
import { rulePage } from './rulePage';

/** Prints a rule's page; false when there is no such rule. */
export function explain(id: string, host: CliHost): boolean {
  const ids = RULES.map((rule) => rule.id);
  if (!ids.includes(id)) {
    const similar = ids.filter((one) => one.endsWith(`/${id}`))[0] ?? nearest(id, ids);
    const suggestion = similar ? ` Did you mean ${similar}?` : '';
    host.err(`kafka-lint: there is no rule ${terminalText(id)}; --list-rules prints them all.${suggestion}\n`);
    return false;
  }
  const page = rulePage(id);
  if (page === undefined) {
    host.err(`kafka-lint: the page of ${id} is missing from this installation.\n`);
    return false;
  }
  host.out(page);
  return true;
}
