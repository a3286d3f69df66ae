import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'mocha';
import { lint } from '../../../server/src/engine/lint';
import { fixActions } from '../../../server/src/features/fixActions';
import { parseDocument } from '../../../server/src/formats/registry';
import { applyTextEdits } from '../../../server/src/model/edit';
import { RULES } from '../../../server/src/rules/index.generated';
import { examplesOf } from '../../support/rulePage';
import { needsKafka } from '../harness/needsKafka';
import { classPathOf } from '../validator/releases';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Java that uses nothing but Kafka's own classes: the examples of the rules' pages, and files of all manners. */
function sources(): string[] {
  const fixtures = readdirSync(here('fixtures')).map((name) => readFileSync(here(`fixtures/${name}`), 'utf8'));
  const pages = RULES.flatMap(({ id }) =>
    examplesOf(readFileSync(here(`../../../server/src/rules/${id}.md`), 'utf8'))
      .filter(({ language }) => language === 'java')
      .map(({ text }) => text),
  );
  return [...fixtures, ...pages].filter((text) => !text.includes('org.springframework'));
}

/** The text, and what each fix of each of its findings makes of it. */
function variantsOf(text: string): string[] {
  const document = parseDocument({ uri: 'file:///p/App.java', path: '/p/App.java', text });
  assert.ok(document);
  const { findings } = lint(document, { severityOf: () => undefined });
  const fixes = findings.flatMap((finding) => fixActions(document, finding));
  return [text, ...fixes.map(({ edits }) => applyTextEdits(text, edits))];
}

describe('fixes in Java', function () {
  needsKafka(this);

  it('leave files that javac compiles', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kafka-lint-java-'));
    const variants = sources().flatMap(variantsOf);
    const files = variants.map((text, index) => {
      // Each in a package of its own, since they share the names of their classes.
      mkdirSync(join(folder, `v${index}`));
      const file = join(folder, `v${index}`, 'App.java');
      writeFileSync(file, `package v${index};\n${text.replace(/^package .*;$/m, '')}`);
      return file;
    });
    assert.ok(files.length > 40, `only ${files.length} files`);
    const options = ['-nowarn', '-Xlint:none', '-proc:none', '-d', join(folder, 'out'), '-cp', classPathOf('4.3')];
    try {
      execFileSync('javac', [...options, ...files], { stdio: ['ignore', 'ignore', 'pipe'] });
    } catch (error) {
      assert.fail(error instanceof Error ? error.message : String(error));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
