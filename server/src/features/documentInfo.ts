import { isMachineRole } from '../catalogue/machine/machine';
import { formatOf } from '../formats/registry';
import type { ConfigDocument } from '../model/document';
import type { Finding, Severity } from '../model/finding';
import type { Role } from '../model/scope';
import type { KafkaVersion, TargetVersion } from '../model/version';
import { processesIn } from './find';

/** What a status bar shows of a document. */
export interface Summary {
  readonly role: Role;
  readonly target: TargetVersion;
  /** All processes, the first included, where there are several. */
  readonly processes?: readonly Process[];
  readonly findings: Readonly<Record<Severity, number>>;
}

interface Process {
  readonly name?: string;
  readonly role: Role;
  readonly version: KafkaVersion;
}

/** Undefined when the document configures nothing. */
export function summaryOf(document: ConfigDocument, findings: readonly Finding[]): Summary | undefined {
  const found = processesIn(document);
  // What starts Kafka is of interest where nothing else is.
  const kafkas = found.filter(({ role }) => !isMachineRole(role));
  const all = kafkas.length > 0 ? kafkas : found;
  const [scope] = all;
  if (!scope) return undefined;
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  const processes = all.map(({ name, role, target }) => ({ role, version: target.version, ...(name && { name }) }));
  return { role: scope.role, target: scope.target, ...(all.length > 1 && { processes }), findings: counts };
}

/** True for a settings file that speaks of Kafka: whoever has it open may wonder why nothing is said about it. */
export function speaksOfKafka(path: string, languageId: string, text: string): boolean {
  return formatOf(path, languageId)?.files.family === 'settings' && /kafka/i.test(text.slice(0, REACH));
}

const REACH = 65_536;
