import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../rules/index.generated';

/** The page of a rule as text; undefined when there is no such rule or the installation lacks its pages. */
export function rulePage(id: string): string | undefined {
  if (!RULES.some((rule) => rule.id === id)) return undefined;
  // The pages lie beside dist/ in the package.
  const page = join(__dirname, '..', 'docs', 'rules', `${id}.md`);
  return existsSync(page) ? readFileSync(page, 'utf8') : undefined;
}
