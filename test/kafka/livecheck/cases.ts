import { readFileSync } from 'node:fs';
import { lint } from '../../../server/src/engine/lint';
import { parseDocument, renderEdits } from '../../../server/src/formats/registry';
import type { ConfigDocument } from '../../../server/src/model/document';
import { applyTextEdits } from '../../../server/src/model/edit';
import type { Finding, Fix } from '../../../server/src/model/finding';
import type { Role } from '../../../server/src/model/scope';
import { isAtLeast } from '../../../server/src/model/version';
import { RULES } from '../../../server/src/rules/index.generated';
import { type Example, examplesOf, hintsOf } from '../../support/rulePage';
import { type BrokerRelease, KAFKA_3, KAFKA_4 } from '../harness/jars';
import { remedied } from './remedies';

/** A mistake of a server's configuration for which a rule says that Kafka does not start. */
export interface LiveCase {
  readonly rule: string;
  /** The line of the rule's page on which the example begins. */
  readonly line: number;
  readonly role: Role;
  /** The release that stands for the example's target version. */
  readonly release: BrokerRelease;
  /** The configuration with the mistake, and with no other error that could be mended. */
  readonly bad: string;
  /** What the fixes of the page leave; what a person would write where the page has none. */
  readonly mended: readonly { readonly title: string; readonly text: string }[];
}

const SERVERS: readonly Role[] = ['broker', 'controller', 'combined'];
const SETTINGS = { severityOf: () => undefined };
/** More rounds of mending than any example needs. */
const ROUNDS = 10;

/** Every bad example of a rule's page whose finding is an error about a broker or a controller. */
export function liveCases(): LiveCase[] {
  return RULES.flatMap(({ id }) => {
    const page = readFileSync(new URL(`../../../server/src/rules/${id}.md`, import.meta.url), 'utf8');
    const examples = examplesOf(page);
    return examples.flatMap((example, index) => liveCase(id, example, fixesAfter(examples, index)) ?? []);
  });
}

function fixesAfter(examples: readonly Example[], index: number): Example[] {
  const rest = examples.slice(index + 1);
  const end = rest.findIndex(({ kind }) => kind !== 'fix');
  return end < 0 ? rest : rest.slice(0, end);
}

function liveCase(rule: string, example: Example, fixes: readonly Example[]): LiveCase | undefined {
  if (example.kind !== 'bad' || example.language !== 'properties') return undefined;
  const document = parse(example, example.text);
  const scope = document?.scopes.find(({ role }) => SERVERS.includes(role));
  if (!document || !scope || !errorsIn(document).some((finding) => finding.rule === rule)) return undefined;
  const written = fixes.map(({ text, attributes }) => ({ title: attributes.get('fix') ?? '', text }));
  const texts = written.length > 0 ? written : [{ title: '(by hand)', text: remedied(rule, example.text) }];
  return {
    rule,
    line: example.line,
    role: scope.role,
    release: isAtLeast(scope.target.version, '4.0') ? KAFKA_4 : KAFKA_3,
    bad: mended(example, example.text, (finding) => finding.rule !== rule),
    mended: texts.map(({ title, text }) => ({ title, text: mended(example, text, () => true) })),
  };
}

function parse(example: Example, text: string): ConfigDocument | undefined {
  const path = `/project/${example.attributes.get('role') ?? 'server'}.properties`;
  return parseDocument({ uri: `file://${path}`, path, text, hints: hintsOf(example) });
}

function errorsIn(document: ConfigDocument): Finding[] {
  return lint(document, SETTINGS).findings.filter(({ severity }) => severity === 'error');
}

/** Applies our own fixes of the chosen errors until none is left that has one. */
function mended(example: Example, text: string, chosen: (finding: Finding) => boolean): string {
  let current = text;
  for (let round = 0; round < ROUNDS; round++) {
    const document = parse(example, current);
    if (!document) return current;
    const fix = firstFix(errorsIn(document).filter(chosen));
    if (!fix) return current;
    current = applyTextEdits(current, renderEdits(document, fix.edits));
  }
  throw new Error(`The fixes of ${example.line} come to no end:\n${current}`);
}

function firstFix(findings: readonly Finding[]): Fix | undefined {
  return findings.flatMap(({ fixes }) => fixes)[0];
}
