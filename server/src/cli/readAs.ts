import type { ConfigDocument } from '../model/document';
import type { Scope } from '../model/scope';
import type { VersionSource } from '../model/version';
import type { LintedText } from './lintFile';

/** One configured thing of a file, as it was understood. */
interface ReadScope {
  readonly role: string;
  /** The library that reads it: `java` for Kafka's own clients and servers. */
  readonly client: string;
  readonly version: string;
  readonly versionSource: VersionSource;
  /** With `workspace`: the file that shows the version. */
  readonly versionFile?: string;
}

export interface ReadAs {
  readonly file: string;
  readonly format: string;
  readonly development: boolean;
  readonly scopes: readonly ReadScope[];
  readonly findings: number;
}

/** What a file was read as, equal parts once. */
export function readAs({ file, document, development, findings }: LintedText): ReadAs {
  return { file, format: document.format, development, scopes: scopesOf(document), findings: findings.length };
}

function scopesOf({ scopes }: ConfigDocument): ReadScope[] {
  const seen = new Map(scopes.map((scope) => [JSON.stringify(readScope(scope)), readScope(scope)]));
  return [...seen.values()];
}

export function readScope({ role, client, target }: Scope): ReadScope {
  const { version, source, file } = target;
  return { role, client, version, versionSource: source, ...(file && { versionFile: file }) };
}

const SOURCES: Readonly<Record<VersionSource, string>> = {
  directive: 'stated in the file',
  setting: 'from the settings or --target',
  workspace: 'from a file beside it',
  content: 'shown by the file',
  newest: 'assumed, the newest known',
};

/** `producer.properties: properties; producer, Kafka 3.9 (from pom.xml)` */
export function describeReadAs({ file, format, scopes, development }: ReadAs): string {
  const parts = scopes.map(({ role, client, version, versionSource, versionFile }) => {
    const library = client === 'java' ? '' : ` of ${client}`;
    return `${role}${library}, Kafka ${version} (${versionFile ? `from ${versionFile}` : SOURCES[versionSource]})`;
  });
  return `${file}: ${[format, ...parts].join('; ')}${development ? '; test or example' : ''}`;
}
