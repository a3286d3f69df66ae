import type { ConfigDocument } from '../model/document';
import type { Fix, Severity } from '../model/finding';
import type { Role } from '../model/scope';
import type { Span } from '../model/span';
import type { KafkaVersion, VersionSource } from '../model/version';

/**
 * What the version that is upgraded to does to a setting: it refuses it (or stops without another one), has another
 * name for it, ignores it, gives it another default where it is not set, warns of it, or makes it worth another look.
 */
export const CHANGE_KINDS = ['rejected', 'renamed', 'removed', 'new-default', 'deprecated', 'advice'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const SEVERITY_OF: Readonly<Record<ChangeKind, Severity>> = {
  rejected: 'error',
  renamed: 'warning',
  removed: 'warning',
  'new-default': 'information',
  deprecated: 'information',
  advice: 'information',
};

export interface UpgradeChange {
  readonly kind: ChangeKind;
  /** As it is written in the file, or as it would be. */
  readonly key: string;
  readonly span: Span;
  readonly message: string;
  readonly fixes: readonly Fix[];
  /** The rule that says so; absent for new defaults. */
  readonly rule?: string;
}

/** What an upgrade means to one file, or to some of the processes in it. */
export interface UpgradeReport {
  /** The file as one for the new version, for which the edits of the fixes are meant. */
  readonly document: ConfigDocument;
  readonly role: Role;
  /** What the file calls the processes. */
  readonly names: readonly string[];
  readonly from: { readonly version: KafkaVersion; readonly source: VersionSource | 'assumed' };
  readonly to: KafkaVersion;
  /** In the order of the file. */
  readonly changes: readonly UpgradeChange[];
  /** What has to happen outside of the file, a sentence each. */
  readonly steps: readonly string[];
}
