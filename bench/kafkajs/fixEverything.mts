import { lint } from '../../server/src/engine/lint';
import { parseDocument, renderEdits } from '../../server/src/formats/registry';
import { applyTextEdits } from '../../server/src/model/edit';

/** Hints about other things than speed stay out of the comparison. */
const LEFT_OUT: ReadonlySet<string> = new Set(['kafkajs/consumer-lifecycle', 'kafkajs/partitioner-unset']);
const MAX_FIXES = 30;

export interface Fixed {
  readonly text: string;
  /** The fixes that were taken, in their order. */
  readonly titles: readonly string[];
}

/** Takes the last fix of every finding, one after the other: the last is the one that goes furthest. */
export function fixEverything(text: string): Fixed {
  const titles: string[] = [];
  let current = text;
  for (let round = 0; round < MAX_FIXES; round++) {
    const document = parseDocument({ uri: 'file:///bench/app.mjs', path: '/bench/app.mjs', text: current });
    if (!document) break;
    const { findings } = lint(document, { severityOf: () => undefined });
    const fixes = findings.filter(({ rule }) => !LEFT_OUT.has(rule)).flatMap((finding) => furthest(finding.fixes));
    const next = fixes.find(({ title }) => !titles.includes(title));
    if (!next) break;
    titles.push(next.title);
    current = applyTextEdits(current, renderEdits(document, next.edits));
  }
  return { text: current, titles };
}

/** A restructuring or a move rather than a removal, where there is one. */
function furthest<Fix extends { readonly title: string }>(fixes: readonly Fix[]): Fix[] {
  const best = fixes.find(({ title }) => /^(?:Move|Rewrite|Send)/.test(title)) ?? fixes[0];
  return best ? [best] : [];
}
