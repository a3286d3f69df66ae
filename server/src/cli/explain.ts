import { RULES } from '../rules/index.generated';
import { rulePage } from './rulePage';
import type { CliHost } from './run';

/** Prints a rule's page; false when there is no such rule. */
export function explain(id: string, host: CliHost): boolean {
  if (!RULES.some((rule) => rule.id === id)) {
    host.err(`kafka-lint: there is no rule ${id}; --list-rules prints them all.\n`);
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
