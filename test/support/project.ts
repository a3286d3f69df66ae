import assert from 'node:assert/strict';
import { isProjectRule, lint } from '../../server/src/engine/lint';
import { parseDocument } from '../../server/src/formats/registry';
import type { ConfigDocument } from '../../server/src/model/document';
import type { Finding } from '../../server/src/model/finding';
import type { KafkaVersion } from '../../server/src/model/version';
import { factsOf } from '../../server/src/project/facts/fileFacts';
import { createProjectIndex, type ProjectIndex } from '../../server/src/project/projectIndex';
import { RULES } from '../../server/src/rules/index.generated';

/** A workspace of the tests: texts by the path that they have below its folder. */
export type Workspace = Readonly<Record<string, string>>;

export const uriOf = (path: string): string => `file:///project/${path}`;
export const PROJECT_RULES = RULES.filter(isProjectRule);
const PROJECT_IDS: ReadonlySet<string> = new Set(PROJECT_RULES.map(({ id }) => id));

export function parseFile(path: string, text: string, version?: KafkaVersion): ConfigDocument {
  const hints = { development: false, ...(version && { version }) };
  const document = parseDocument({ uri: uriOf(path), path: `/project/${path}`, text, hints });
  assert.ok(document, `no format takes ${path}`);
  return document;
}

export function indexOf(workspace: Workspace, version?: KafkaVersion): ProjectIndex {
  const index = createProjectIndex(PROJECT_RULES);
  for (const [path, text] of Object.entries(workspace)) index.put(uriOf(path), factsOf(parseFile(path, text, version)));
  return index;
}

/** What rules about several files find, by path. */
export function projectFindings(workspace: Workspace, version?: KafkaVersion): Map<string, readonly Finding[]> {
  const index = indexOf(workspace, version);
  assert.deepEqual(index.failures(), []);
  return new Map(
    Object.entries(workspace).map(([path, text]) => {
      const { findings } = lint(
        parseFile(path, text, version),
        { severityOf: () => undefined },
        index.reportsOf(uriOf(path)),
      );
      return [path, findings.filter(({ rule }) => PROJECT_IDS.has(rule))];
    }),
  );
}
