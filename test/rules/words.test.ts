import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { lint } from '../../server/src/engine/lint';
import { parseDocument } from '../../server/src/formats/registry';
import { RULES } from '../../server/src/rules/index.generated';
import { isOnByDefault } from '../../server/src/rules/rule';
import { projectFindings } from '../support/project';
import { casesOf, examplesOf, hintsOf } from '../support/rulePage';

/** Characters that the Problems panel shows without cutting at a usual width, and what a hover may have beyond. */
const LONGEST_CLAUSE = 100;
const LONGEST_MESSAGE = 180;

/** What stands alone where the rest is cut off: up to a colon, or to where a further sentence or reason begins. */
const firstClause = (message: string): string =>
  message.split(/[:;.](?=\s|$)|, (?:so|and|but|which|because|or)\b/)[0] ?? message;

/** Words that no native engineer would write, each with what to write instead. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\ba text\b/i, 'a string'],
  [/\b(?<!there )(?:is|are) no (?!longer\b)[a-z]/i, 'is not a, or must be a'],
  [/\btells? of\b|\bsays of\b/, 'reports, shows'],
  [/\brefused\b|\brefuses\b/, 'Kafka rejects, fails to start'],
  [/\bby itself\b/, 'automatically'],
  [/\bin force\b/, 'effective'],
  [/\bmends?\b/, 'fixes'],
  [/\bwithout a word\b/, 'silently'],
  [/\bstart-up\b/, 'startup'],
  [
    /\btakes? (?:no(?:ne)?|only|at most|functions|an? (?:array|list|number|string)|\d+|(?:it|all|an address|the \w+) for)\b/,
    'accepts, must be, reads as',
  ],
  [/\bstands? (?:at|in|twice|beside)\b/, 'is at, is in, is defined twice, is used with'],
  [/\bwhat it is for\b/, 'target'],
  [/\bsigned by itself\b/, 'self-signed'],
  [/\bfurthest behind\b/, 'highest lag'],
  [/\bshuts everybody out\b|\blets somebody in\b/, 'blocks, allows'],
];

const EXTENSIONS: Readonly<Record<string, string>> = {
  java: 'java',
  javascript: 'js',
  typescript: 'ts',
  tsx: 'tsx',
  yaml: 'yaml',
};

/** Every message that the examples of a rule's page bring about. */
function messagesOf(rule: string): Set<string> {
  const page = readFileSync(new URL(`../../server/src/rules/${rule}.md`, import.meta.url), 'utf8');
  const messages = examplesOf(page).flatMap((example) => {
    const { language, attributes, text } = example;
    const extension = EXTENSIONS[language];
    const usual = extension ? `src/app.${extension}` : `${attributes.get('role') ?? 'server'}.properties`;
    const path = `/project/${attributes.get('path') ?? usual}`;
    const document = parseDocument({ uri: `file://${path}`, path, text, hints: hintsOf(example) });
    const severityOf = (id: string) => RULES.find((one) => one.id === id && !isOnByDefault(one))?.severity;
    return document ? lint(document, { severityOf }).findings.map(({ message }) => message) : [];
  });
  return new Set(messages);
}

/** The same for examples of several files. */
function projectMessagesOf(rule: string): string[] {
  if (!rule.startsWith('project/')) return [];
  const page = readFileSync(new URL(`../../server/src/rules/${rule}.md`, import.meta.url), 'utf8');
  return casesOf(page).flatMap(({ files }) => {
    const workspace = Object.fromEntries(files.map(({ attributes, text }) => [attributes.get('path') ?? '', text]));
    const found = [...projectFindings(workspace).values()].flat();
    return found.flatMap(({ message, related = [] }) => [message, ...related.map((place) => place.message)]);
  });
}

describe('the words of findings', () => {
  const messages = new Set(RULES.flatMap(({ id }) => [...messagesOf(id), ...projectMessagesOf(id)]));

  it('are there to be judged', () => assert.ok(messages.size > 400));

  it('are short enough to be read', () => {
    assert.deepEqual(
      [...messages].filter((message) => message.length > LONGEST_MESSAGE),
      [],
    );
  });

  it('begin with a clause that stands alone and is short', () => {
    assert.deepEqual(
      [...messages].filter((message) => firstClause(message).length > LONGEST_CLAUSE),
      [],
    );
  });

  for (const [word, instead] of WORDS) {
    it(`are ${instead} rather than ${word.source}`, () => {
      assert.deepEqual(
        [...messages].filter((message) => word.test(message)),
        [],
      );
    });
  }

  it('are those of engineers in the summaries and fixes too', () => {
    const summaries = RULES.map(({ summary }) => summary);
    assert.deepEqual(
      summaries.filter((summary) => WORDS.some(([word]) => word.test(summary))),
      [],
    );
  });
});
