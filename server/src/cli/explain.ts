import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../rules/index.generated';
import type { CliHost } from './run';

/** Prints a rule's page; false when there is no such rule. */
export function explain(id: string, host: CliHost): boolean {
  if (!RULES.some((rule) => rule.id === id)) {
    host.err(`kafka-lint: there is no rule ${id}; --list-rules prints them all.\n`);
    return false;
  }
  // The pages lie beside dist/ in the package.
  const page = join(__dirname, '..', 'docs', 'rules', `${id}.md`);
  if (!existsSync(page)) {
    host.err(`kafka-lint: the page of ${id} is missing from this installation (${page}).\n`);
    return false;
  }
  host.out(readFileSync(page, 'utf8'));
  return true;
}
