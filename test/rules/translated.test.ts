import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { isProjectRule, lint } from '../../server/src/engine/lint';
import { parseDocument, renderEdits } from '../../server/src/formats/registry';
import { isReserved } from '../../server/src/formats/yaml/dialects/strimziKeys';
import type { ConfigDocument } from '../../server/src/model/document';
import { applyTextEdits } from '../../server/src/model/edit';
import type { Finding } from '../../server/src/model/finding';
import type { Scope } from '../../server/src/model/scope';
import { imageNamingOf } from '../../server/src/recognition/environmentNames';
import { RULES } from '../../server/src/rules/index.generated';
import { isOnByDefault } from '../../server/src/rules/rule';
import { type Example, examplesOf, hintsOf } from '../support/rulePage';

interface Translation {
  readonly path: string;
  readonly text: string;
}

type Settings = readonly (readonly [key: string, value: string])[];

const quoted = (value: string): string => JSON.stringify(value);

/** The same settings as a service's environment; undefined for keys that no variable becomes. */
function compose(settings: Settings, { role }: Scope): Translation | undefined {
  const isWorker = role === 'connect-distributed';
  const image = isWorker ? 'confluentinc/cp-kafka-connect' : 'apache/kafka';
  const families = imageNamingOf(image)?.families ?? [];
  const lines = settings.map(([key, value]) => {
    const name = families.map((family) => family.variableOf(key)).find(Boolean);
    return name && `      ${name}: ${quoted(value.replaceAll('\\', '\\\\').replaceAll('$', '$$$$'))}\n`;
  });
  if (lines.includes(undefined)) return undefined;
  // Other files have the other brokers, as with a .properties file.
  const text = `include: [others.yml]\nservices:\n  kafka:\n    image: ${image}\n    environment:\n${lines.join('')}`;
  return { path: '/project/docker-compose.yml', text };
}

function strimzi(settings: Settings): Translation | undefined {
  if (settings.some(([key]) => isReserved('broker', key))) return undefined;
  const lines = settings.map(([key, value]) => `      ${quoted(key)}: ${quoted(value)}\n`);
  const head = 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata:\n  name: n\nspec:\n  kafka:\n    config:\n';
  return { path: '/project/kafka.yaml', text: head + lines.join('') };
}

function spring(settings: Settings, { role }: Scope): Translation {
  const lines = settings.map(([key, value]) => `        ${quoted(key)}: ${quoted(value)}\n`);
  const text = `spring:\n  kafka:\n    ${role}:\n      properties:\n${lines.join('')}`;
  return { path: '/project/src/main/resources/application.yml', text };
}

const FORMS: readonly (readonly [
  string,
  readonly string[],
  (settings: Settings, scope: Scope) => Translation | undefined,
])[] = [
  ['compose', ['broker', 'controller', 'combined', 'connect-distributed'], compose],
  ['Strimzi', ['broker'], strimzi],
  ['Spring', ['producer', 'consumer', 'admin', 'streams'], spring],
];

/** What is no fault of a translation. */
const EXPLAINED: ReadonlyMap<string, string> = new Map([
  ['consumer/auto-commit as Spring', 'Boot turns it off where nothing is set'],
  ['properties/lost-backslash as compose', 'a value in YAML has lost none'],
  ['properties/duplicate-key as compose', 'a map has each variable once'],
]);

/** Directives are comments, and names of frameworks are no keys of Kafka's. */
function isTranslatable({ entries, directives }: ConfigDocument): boolean {
  const isNative = entries.every(({ writtenKey }) => !/^(?:spring|mp|quarkus|kafka)\./.test(writtenKey));
  return isNative && directives.length === 0 && entries.every(({ value }) => value.kind === 'literal');
}

function findingsIn(document: ConfigDocument, rule: string): readonly Finding[] {
  const severityOf = (id: string) => RULES.find((one) => one.id === id && !isOnByDefault(one))?.severity;
  return lint(document, { severityOf }).findings.filter((finding) => finding.rule === rule);
}

const told = (document: ConfigDocument): string[] =>
  document.scopes.flatMap(({ entries }) => entries.map(({ key, value }) => `${key}=${value.text}`)).sort();

function keysOf(document: ConfigDocument, findings: readonly Finding[]): string[] {
  const keys = findings.map(
    ({ span }) =>
      document.scopes
        .flatMap(({ entries }) => entries)
        .find((entry) => entry.span.start <= span.start && span.end <= entry.span.end)?.key,
  );
  return [...new Set(keys)].map(String).sort();
}

function parse({ path, text }: Translation, example: Example): ConfigDocument {
  return parseDocument({ uri: `file://${path}`, path, text, hints: hintsOf(example) }) ?? assert.fail();
}

describe('examples of rule pages', () => {
  for (const rule of RULES) {
    const page = readFileSync(new URL(`../../server/src/rules/${rule.id}.md`, import.meta.url), 'utf8');
    for (const example of examplesOf(page)) {
      if (example.kind !== 'bad' || example.language !== 'properties' || isProjectRule(rule)) continue;
      const path = `/project/${example.attributes.get('path') ?? `${example.attributes.get('role') ?? 'server'}.properties`}`;
      const document = parse({ path, text: example.text }, example);
      const [scope] = document.scopes;
      if (!scope || !isTranslatable(document)) continue;
      const settings = document.entries.map(({ writtenKey, value }) => [writtenKey, value.text] as const);
      for (const [form, roles, translate] of FORMS) {
        const translation = roles.includes(scope.role) ? translate(settings, scope) : undefined;
        if (!translation || EXPLAINED.has(`${rule.id} as ${form}`)) continue;
        it(`${rule.id}, line ${example.line}, as ${form}`, () => {
          const other = parse(translation, example);
          const [before, after] = [findingsIn(document, rule.id), findingsIn(other, rule.id)];
          assert.deepEqual(keysOf(other, after), keysOf(document, before), translation.text);
          const fixed = [document, other].map((one, index) => {
            const edits = renderEdits(one, (index === 0 ? before : after)[0]?.fixes[0]?.edits ?? []);
            const text = applyTextEdits(one.text, edits);
            return told(parse({ path: index === 0 ? path : translation.path, text }, example));
          });
          assert.deepEqual(fixed[1], fixed[0]);
        });
      }
    }
  }
});
