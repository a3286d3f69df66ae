import { readFileSync } from 'node:fs';
import { lint } from '../../../server/src/engine/lint';
import { parseDocument, renderEdits } from '../../../server/src/formats/registry';
import type { ConfigDocument } from '../../../server/src/model/document';
import { applyTextEdits } from '../../../server/src/model/edit';
import type { Finding } from '../../../server/src/model/finding';
import type { Role } from '../../../server/src/model/scope';
import { isAtLeast } from '../../../server/src/model/version';
import { RULES } from '../../../server/src/rules/index.generated';
import { type Example, examplesOf, hintsOf } from '../../support/rulePage';
import { type BrokerRelease, KAFKA_3, KAFKA_4 } from '../harness/jars';
import { FURTHER } from './further';
import { remedied } from './remedies';

/** A mistake of a server's configuration for which a rule says that Kafka does not start. */
export interface LiveCase {
  readonly rule: string;
  /** The line of the rule's page on which the example begins, or the place in the list of further ones. */
  readonly place: string;
  /** The release that stands for the example's target version. */
  readonly release: BrokerRelease;
  /** The configuration with this mistake and no other. */
  readonly bad: string;
  /** What our fixes of it leave; what a person would write where there is none. */
  readonly mended: readonly { readonly title: string; readonly text: string }[];
}

const SERVERS: readonly Role[] = ['broker', 'controller', 'combined'];
const SETTINGS = { severityOf: () => undefined };
/** More rounds of mending than any example needs. */
const ROUNDS = 10;

/** Every error about a broker or a controller that the examples of the rules' pages show, and further ones, each by itself. */
export function liveCases(): LiveCase[] {
  return RULES.flatMap(({ id }) => {
    const page = readFileSync(new URL(`../../../server/src/rules/${id}.md`, import.meta.url), 'utf8');
    const bad = examplesOf(page).filter(({ kind, language }) => kind === 'bad' && language === 'properties');
    const shown = bad.flatMap((example) => casesIn(id, example, `line ${example.line} of its page`));
    const further = FURTHER.filter(({ rule }) => rule === id).flatMap(({ example }) => {
      const cases = casesIn(id, example, `further ${example.line}`);
      if (cases.length === 0) throw new Error(`${id} has no error here:\n${example.text}`);
      return cases;
    });
    return [...shown, ...further];
  });
}

function casesIn(rule: string, example: Example, place: string): LiveCase[] {
  const document = parse(example, example.text);
  const scope = document?.scopes.find(({ role }) => SERVERS.includes(role));
  if (!document || !scope) return [];
  const release = isAtLeast(scope.target.version, '4.0') ? KAFKA_4 : KAFKA_3;
  const own = errorsIn(document).filter((finding) => finding.rule === rule);
  const keys = new Set(own.map((finding) => keyAt(document, finding)));
  return [...keys].map((key) => {
    const isIt = (one: ConfigDocument, finding: Finding) => finding.rule === rule && keyAt(one, finding) === key;
    // What another rule says of the same line belongs to the same mistake.
    const bad = mended(example, example.text, (one, finding) => keyAt(one, finding) !== key);
    return { rule, place, release, bad, mended: fixed(example, rule, bad, isIt) };
  });
}

function fixed(example: Example, rule: string, bad: string, isIt: Chosen): LiveCase['mended'] {
  const document = parse(example, bad);
  const finding = document && errorsIn(document).find((one) => isIt(document, one));
  if (!finding) throw new Error(`The mistake of ${rule}:${example.line} was lost:\n${bad}`);
  const texts = finding.fixes.map(({ title, edits }) => ({
    title,
    text: applyTextEdits(bad, renderEdits(document, edits)),
  }));
  // No new example goes unchecked: where our rule has no fix, remedies.ts has to have one.
  const byHand = remedied(keyAt(document, finding), bad);
  if (texts.length === 0 && byHand === undefined) throw new Error(`remedies.ts has none for this:\n${bad}`);
  if (texts.length === 0 && byHand !== undefined) texts.push({ title: '(by hand)', text: byHand });
  return texts.map(({ title, text }) => ({ title, text: mended(example, text, () => true) }));
}

function parse(example: Example, text: string): ConfigDocument | undefined {
  const path = `/project/${example.attributes.get('role') ?? 'server'}.properties`;
  return parseDocument({ uri: `file://${path}`, path, text, hints: hintsOf(example) });
}

function errorsIn(document: ConfigDocument): Finding[] {
  return lint(document, SETTINGS).findings.filter(({ severity }) => severity === 'error');
}

/** The key of the line on which a finding stands. */
function keyAt({ text }: ConfigDocument, { span }: Finding): string {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  return text.slice(start).split('=')[0] ?? '';
}

type Chosen = (document: ConfigDocument, finding: Finding) => boolean;

/** Applies remedies to the chosen errors, or our own fixes where there is none, until none of them is left. */
function mended(example: Example, text: string, chosen: Chosen): string {
  let current = text;
  for (let round = 0; round < ROUNDS; round++) {
    const document = parse(example, current);
    const finding = document && errorsIn(document).find((one) => chosen(document, one));
    if (!finding) return current;
    const edits = finding.fixes[0]?.edits ?? [];
    current = remedied(keyAt(document, finding), current) ?? applyTextEdits(current, renderEdits(document, edits));
  }
  throw new Error(`The errors of this example come to no end:\n${current}`);
}
