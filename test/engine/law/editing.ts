import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createLinter, type LintSettings } from '../../../server/src/engine/lint';
import { parseDocument, renderEdits } from '../../../server/src/formats/registry';
import type { ConfigDocument } from '../../../server/src/model/document';
import type { Finding } from '../../../server/src/model/finding';
import { RULES } from '../../../server/src/rules/index.generated';
import { type Random, randomOf } from '../../lsp/fuzz/random';
import { examplesOf, hintsOf } from '../../support/rulePage';

interface Page {
  readonly path: string;
  readonly text: string;
  readonly hints: ReturnType<typeof hintsOf>;
}

/** The examples of all rules' pages that are files of settings, which is what gives rules something to say. */
const PAGES: readonly Page[] = RULES.flatMap(({ id }) => {
  const page = readFileSync(new URL(`../../../server/src/rules/${id}.md`, import.meta.url), 'utf8');
  return examplesOf(page).flatMap((example) => {
    const { language, attributes, text } = example;
    const isYaml = language === 'yaml';
    if (language !== 'properties' && !isYaml) return [];
    const path =
      attributes.get('path') ?? (isYaml ? 'compose.yaml' : `${attributes.get('role') ?? 'server'}.properties`);
    return [{ path: `/project/${path}`, text, hints: hintsOf(example) }];
  });
});

const LINES: readonly string[] = PAGES.filter(({ path }) => path.endsWith('.properties')).flatMap(({ text }) =>
  text.split('\n').filter((line) => line !== ''),
);
const VALUES: readonly string[] = LINES.map((line) => line.slice(line.search(/[=:]/) + 1));
const PIECES = ['', ' ', '=', '\\', '\n', '#', '0', '9', '-1', 'x', ',', '$\u007bX}', '"', '# kafka-lint-ignore\n'];

const ALL_ON: LintSettings = { severityOf: (id) => RULES.find((rule) => rule.id === id)?.severity };
const SETTINGS: readonly LintSettings[] = [
  ALL_ON,
  { severityOf: () => undefined },
  { ...ALL_ON, profile: 'latency' },
  { ...ALL_ON, profile: 'durability', optionsOf: () => ({ mostPartitions: 3 }) },
];

/** A file as it is typed: each edit is linted by a linter that remembers, and as if nobody had seen it before. */
export function compareEdits(count: number, seed: number, tell: (line: string) => void = () => {}): string[] {
  const random = randomOf(seed);
  const remembering = createLinter(RULES, () => 0);
  for (let edits = 0; edits < count; ) {
    const page = random.pick(PAGES);
    let { text } = page;
    for (let step = 0; step < 25 && edits < count; step++, edits++) {
      text = step === 0 ? text : edited(text, random);
      const settings = random.pick(SETTINGS);
      const document = parsed(page, text);
      const known = shown(document, remembering(document, settings).findings);
      const again = parsed(page, text);
      const fresh = shown(again, createLinter(RULES, () => 0)(again, settings).findings);
      try {
        assert.deepEqual(known, fresh);
      } catch (error) {
        return [`seed ${seed}, edit ${edits}, ${page.path}: ${JSON.stringify(text)}\n${error}`];
      }
      if (edits > 0 && edits % 10_000 === 0) tell(`${edits} edits`);
    }
  }
  return [];
}

function parsed({ path, hints }: Page, text: string): ConfigDocument {
  const document = parseDocument({ uri: `file://${path}`, path, text, hints });
  assert.ok(document, `no format takes ${path}`);
  return document;
}

/** All that anybody sees of findings, with what their fixes make of the text. */
function shown(document: ConfigDocument, findings: readonly Finding[]): unknown {
  return findings.map(({ fixes, ...finding }) => ({
    ...finding,
    fixes: fixes.map(({ title, safe, edits }) => ({ title, safe, edits: renderEdits(document, edits) })),
  }));
}

function edited(text: string, random: Random): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  const line = lines[at] ?? '';
  switch (random.below(8)) {
    case 0:
      return [...lines.slice(0, at), random.pick(LINES), ...lines.slice(at)].join('\n');
    case 1:
      return lines.toSpliced(at, 1).join('\n');
    case 2:
      return lines.toSpliced(at, 0, lines[random.below(lines.length)] ?? '').join('\n');
    case 3:
    case 4: {
      const sign = line.search(/[=:]/);
      return sign === -1 ? text : lines.with(at, line.slice(0, sign + 1) + random.pick(VALUES)).join('\n');
    }
    default: {
      const from = random.below(text.length + 1);
      return text.slice(0, from) + random.pick(PIECES) + text.slice(from + random.below(4));
    }
  }
}
