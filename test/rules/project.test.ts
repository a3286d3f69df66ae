import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { renderForeign } from '../../server/src/features/foreignEdits';
import { renderEdits } from '../../server/src/formats/registry';
import { applyTextEdits } from '../../server/src/model/edit';
import type { KafkaVersion } from '../../server/src/model/version';
import { PROJECT_RULES, parseFile, projectFindings, uriOf, type Workspace } from '../support/project';
import { type Case, casesOf, type Example } from '../support/rulePage';

const pathOf = ({ attributes, line }: Example): string =>
  attributes.get('path') ?? assert.fail(`line ${line} has no path`);
const versionOf = ({ files }: Case) => files[0]?.attributes.get('version') as KafkaVersion | undefined;

function workspaceOf({ files }: Case): Workspace {
  return Object.fromEntries(files.map((file) => [pathOf(file), file.text]));
}

function checkMarks(rule: string, one: Case): void {
  const found = projectFindings(workspaceOf(one), versionOf(one));
  for (const file of one.files) {
    const show = (span: { start: number; end: number }) => `${pathOf(file)}: ${file.text.slice(span.start, span.end)}`;
    const own = (found.get(pathOf(file)) ?? []).filter((finding) => finding.rule === rule);
    assert.deepEqual(own.map(({ span }) => show(span)).sort(), file.marks.map(show).sort());
    const severity = file.attributes.get('severity');
    if (severity) assert.deepEqual([...new Set(own.map((finding) => finding.severity))], [severity]);
  }
}

/** The fix changes the named file as the page says, and nothing of the contradiction is left. */
function checkFix(rule: string, one: Case, fixed: Example): void {
  const workspace = workspaceOf(one);
  const title = fixed.attributes.get('fix');
  const byPath = projectFindings(workspace, versionOf(one));
  const findings = [...byPath.values()].flat().filter((finding) => finding.rule === rule);
  const fix = findings.flatMap(({ fixes }) => fixes).find((candidate) => candidate.title === title);
  assert.ok(
    fix,
    `no "${title}" among ${findings.flatMap(({ fixes }) => fixes.map((candidate) => candidate.title)).join(' | ')}`,
  );
  assert.equal(fix.safe && fix.foreign !== undefined, false, 'which file is wrong only people know');
  const after: Record<string, string> = { ...workspace };
  for (const path of Object.keys(workspace)) {
    const wanted = fix.foreign?.filter(({ uri }) => uri === uriOf(path)) ?? [];
    const text = workspace[path] ?? '';
    const edits = renderForeign(parseFile(path, text, versionOf(one)), wanted);
    assert.ok(edits, `${path} does not take the edit`);
    after[path] = applyTextEdits(text, edits);
  }
  const own = [...byPath].find(([, all]) => all.some(({ fixes }) => fixes.includes(fix)));
  for (const path of own && fix.edits.length > 0 ? [own[0]] : []) {
    const document = parseFile(path, workspace[path] ?? '', versionOf(one));
    after[path] = applyTextEdits(document.text, renderEdits(document, fix.edits));
  }
  assert.equal(after[pathOf(fixed)], fixed.text);
  const left = [...projectFindings(after, versionOf(one)).values()].flat().filter((finding) => finding.rule === rule);
  assert.ok(left.length < findings.length, 'the contradiction is still there');
}

describe('rules about several files', () => {
  for (const rule of PROJECT_RULES) {
    describe(rule.id, () => {
      const page = readFileSync(new URL(`../../server/src/rules/${rule.id}.md`, import.meta.url), 'utf8');
      const cases = casesOf(page);

      it('has bad and good examples, and each bad one at least one mark', () => {
        assert.deepEqual([...new Set(cases.map(({ kind }) => kind))].sort(), ['bad', 'good']);
        for (const { kind, files } of cases)
          assert.equal(
            kind === 'bad',
            files.some(({ marks }) => marks.length > 0),
          );
      });

      for (const one of cases) {
        it(`line ${one.files[0]?.line}: ${one.kind}`, () => checkMarks(rule.id, one));
        for (const fixed of one.fixes) {
          it(`line ${fixed.line}: ${fixed.attributes.get('fix')}`, () => checkFix(rule.id, one, fixed));
        }
      }
    });
  }
});
