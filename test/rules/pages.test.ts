import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isProjectRule, lint } from '../../server/src/engine/lint';
import { parseDocument, renderEdits } from '../../server/src/formats/registry';
import type { ConfigDocument } from '../../server/src/model/document';
import { applyTextEdits } from '../../server/src/model/edit';
import type { Finding } from '../../server/src/model/finding';
import { RULES } from '../../server/src/rules/index.generated';
import { isOnByDefault, type Profile } from '../../server/src/rules/rule';
import { type Example, examplesOf, hintsOf } from '../support/rulePage';

const SECTIONS = ['## What it does', '## Why is this bad', '## When to ignore this rule', '## Examples'];

function parse(example: Example, text = example.text): ConfigDocument {
  const path = example.attributes.get('path') ?? pathFor(example);
  const document = parseDocument({
    uri: `file:///project/${path}`,
    path: `/project/${path}`,
    text,
    hints: hintsOf(example),
  });
  assert.ok(document, `no format takes ${path}`);
  return document;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  java: 'java',
  javascript: 'js',
  typescript: 'ts',
  tsx: 'tsx',
  yaml: 'yaml',
  python: 'py',
  go: 'go',
};

function pathFor({ language, attributes }: Example): string {
  const extension = EXTENSIONS[language];
  return extension ? `src/app.${extension}` : `${attributes.get('role') ?? 'server'}.properties`;
}

function findingsIn(example: Example, document: ConfigDocument): readonly Finding[] {
  const profile = example.attributes.get('profile') as Profile | undefined;
  // Every rule is on, those that are off by default too; the severities are the rules' own.
  const severityOf = (id: string) => RULES.find((rule) => rule.id === id && !isOnByDefault(rule))?.severity;
  const { findings, failures } = lint(document, { severityOf, ...(profile && { profile }) });
  assert.deepEqual(failures, []);
  return findings;
}

function checkBad(rule: string, example: Example): void {
  const found = findingsIn(example, parse(example)).filter((finding) => finding.rule === rule);
  const show = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => `${start}-${end} ${JSON.stringify(example.text.slice(start, end))}`);
  assert.deepEqual(show(found.map((finding) => finding.span)), show(example.marks));
  const severity = example.attributes.get('severity');
  if (severity) assert.deepEqual([...new Set(found.map((finding) => finding.severity))], [severity]);
}

/** The fix with that title gives the stated text, which is clean of the finding and has no new error. */
function checkFix(rule: string, bad: Example, fixed: Example): void {
  const document = parse(bad);
  const before = findingsIn(bad, document);
  const title = fixed.attributes.get('fix');
  const own = before.filter((finding) => finding.rule === rule);
  const finding = own.find((one) => one.fixes.some((fix) => fix.title === title));
  const titles = own.flatMap((one) => one.fixes.map((fix) => fix.title));
  assert.ok(finding, `no fix "${title}" among ${JSON.stringify(titles)}`);
  const fix = finding.fixes.find((one) => one.title === title);
  const result = applyTextEdits(document.text, renderEdits(document, fix?.edits ?? []));
  assert.equal(result, fixed.text);
  const after = findingsIn(bad, parse(bad, result));
  assert.equal(after.filter((one) => one.rule === rule).length, own.length - 1, 'the finding is still there');
  const errors = (findings: readonly Finding[]) => findings.filter((one) => one.severity === 'error').length;
  assert.ok(errors(after) <= errors(before), 'the fix adds an error');
}

describe('rule pages', () => {
  for (const rule of RULES) {
    describe(rule.id, () => {
      const page = readFileSync(new URL(`../../server/src/rules/${rule.id}.md`, import.meta.url), 'utf8');
      const examples = examplesOf(page);
      const isProject = isProjectRule(rule);

      it('has the sections, and a bad and a good example', () => {
        assert.ok(page.startsWith(`# ${rule.id}\n`));
        assert.deepEqual(
          SECTIONS.filter((section) => page.includes(`\n${section}\n`)),
          SECTIONS,
        );
        assert.ok(examples.some((example) => example.kind === 'bad' && example.marks.length > 0));
        assert.ok(examples.some((example) => example.kind === 'good'));
        assert.ok(rule.sources.length > 0);
      });

      let bad: Example | undefined;
      // Examples of several files are tests of their own.
      for (const example of isProject ? [] : examples) {
        if (example.kind === 'fix') {
          const fixes = bad;
          it(`line ${example.line}: ${example.attributes.get('fix')}`, () => {
            assert.ok(fixes, 'a fix stands after the bad example that it mends');
            checkFix(rule.id, fixes, example);
          });
          continue;
        }
        if (example.kind === 'bad') bad = example;
        it(`line ${example.line}: ${example.kind}`, () => checkBad(rule.id, example));
      }
    });
  }
});
