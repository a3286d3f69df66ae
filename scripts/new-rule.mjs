// `npm run new:rule -- area/id`: writes a rule and its page to start from, and registers it.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { command } from '../test/vscode/host/command.mjs';
import { RULES_FOLDER } from './rule-sources.mjs';

const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
const root = fileURLToPath(new URL('..', import.meta.url));
const [id] = process.argv.slice(2);

if (!id || !/^[a-z0-9]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
  console.error('Give the id of the new rule: npm run new:rule -- producer/my-rule');
  process.exitCode = 2;
} else if (existsSync(join(RULES_FOLDER, `${id}.md`))) {
  console.error(`There is a rule ${id} already.`);
  process.exitCode = 1;
} else {
  await mkdir(dirname(join(RULES_FOLDER, id)), { recursive: true });
  await writeFile(join(RULES_FOLDER, `${id}.ts`), ruleOf(id));
  await writeFile(join(RULES_FOLDER, `${id}.md`), pageOf(id));
  await command('npm', ['run', '--silent', 'gen'], { cwd: root });
  console.log(`server/src/rules/${id}.ts and ${id}.md are yours to fill in.`);
}

function ruleOf(name) {
  return `import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { setEntry } from '../fixes';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: '${name}',
  summary: 'What is wrong, in one line without a final stop',
  severity: 'hint',
  since: '${version}',
  roles: ['producer'],
  sources: ['The class, KIP or method that says so'],
  *check(reader: Reader): Iterable<Report> {
    const retries = reader.setNumber('retries');
    if (retries?.value !== 12345) return;
    const message = 'retries=12345 is the example of a new rule: replace it by the mistake that you know.';
    yield { span: retries.entry.span, message, fixes: [setEntry(retries.entry, '5')] };
  },
};
`;
}

function pageOf(name) {
  return `# ${name}

What goes wrong, in one sentence.

## What it does

Reports what exactly, and for which versions.

## Why is this bad

What it costs, with a number and its source.

## When to ignore this rule

When the finding is right and the configuration is too.

## Examples

\`\`\`properties bad role=producer
bootstrap.servers=localhost:9092
retries=12345
^^^^^^^^^^^^^
\`\`\`

\`\`\`properties fix="Set retries to 5"
bootstrap.servers=localhost:9092
retries=5
\`\`\`

\`\`\`properties good role=producer
bootstrap.servers=localhost:9092
retries=5
\`\`\`
`;
}
