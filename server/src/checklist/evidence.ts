import { type Reader, readerOf } from '../catalogue/reader';
import type { ConfigDocument } from '../model/document';
import type { Finding, Severity } from '../model/finding';
import type { Span } from '../model/span';
import type { ChecklistItem } from './item';
import { ITEMS } from './items';

/** What one file says of one line of the checklist. */
export interface Evidence {
  readonly item: string;
  /** `seen` has something of the kind, and shows nothing of it. */
  readonly verdict: 'fail' | 'pass' | 'needless' | 'seen';
  readonly uri: string;
  readonly span: Span;
  readonly says: string;
  /** What would change that, as a person is offered it. */
  readonly fix?: string;
  readonly rule?: string;
  readonly severity?: Severity;
}

/** What a linted file says of the checklist: plain facts, so that the file need not be kept. */
export function evidenceOf(document: ConfigDocument, findings: readonly Finding[]): Evidence[] {
  const readers = document.scopes.map(readerOf);
  return ITEMS.flatMap((item) => {
    const failures = findings
      .filter(({ rule }) => item.rules.includes(rule))
      .map((one) => failure(item, document, one));
    return failures.length > 0 ? failures : readers.flatMap((reader) => ofScope(item, reader, document));
  });
}

function failure(item: ChecklistItem, { uri }: ConfigDocument, finding: Finding): Evidence {
  const { span, message, rule, severity, fixes } = finding;
  const fix = fixes[0]?.title;
  return {
    item: item.id,
    verdict: 'fail',
    uri,
    span,
    says: message,
    rule,
    severity,
    ...(fix !== undefined && { fix }),
  };
}

function ofScope(item: ChecklistItem, reader: Reader, document: ConfigDocument): Evidence[] {
  if (!item.concerns(reader)) return [];
  const { scope } = reader;
  const around = { item: item.id, uri: document.uri, span: scope.entries[0]?.span ?? scope.span };
  const why = item.needless?.(reader);
  if (why !== undefined) return [{ ...around, verdict: 'needless', says: why }];
  const shown = item.shown(reader, document);
  if (!shown) return [{ ...around, verdict: 'seen', says: 'Nothing in these files decides it.' }];
  return [{ ...around, ...(shown.span && { span: shown.span }), verdict: 'pass', says: `${shown.says}.` }];
}
