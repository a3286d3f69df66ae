import type { ConfigDocument } from '../model/document';
import type { Finding, Severity } from '../model/finding';
import type { Role } from '../model/scope';
import type { TargetVersion } from '../model/version';
import { processesIn } from './find';

/** What a status bar shows of a document. */
export interface Summary {
  readonly role: Role;
  readonly target: TargetVersion;
  readonly findings: Readonly<Record<Severity, number>>;
}

/** Undefined when the document configures nothing. */
export function summaryOf(document: ConfigDocument, findings: readonly Finding[]): Summary | undefined {
  const [scope] = processesIn(document);
  if (!scope) return undefined;
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return { role: scope.role, target: scope.target, findings: counts };
}
