import * as l10n from '@vscode/l10n';
import type { WireUpgrade, WireUpgradeChange } from '../../../server/src/protocol/protocol';

/** A place in the report that leads to one in a file; lines and characters from 0. */
export interface ReportLink {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly uri: string;
  /** The line in that file. */
  readonly target: number;
}

export interface RenderedReport {
  /** In Markdown. */
  readonly text: string;
  readonly links: readonly ReportLink[];
}

const TITLES: readonly (readonly [WireUpgradeChange['kind'], string])[] = [
  ['rejected', l10n.t('Stops the process')],
  ['renamed', l10n.t('Has another name')],
  ['removed', l10n.t('Is ignored')],
  ['new-default', l10n.t('Has another default')],
  ['deprecated', l10n.t('Is deprecated')],
  ['advice', l10n.t('Deserves another look')],
];

/** The report as people read it; `nameOf` gives a file's name in the workspace. */
export function renderUpgrade(
  to: string,
  files: readonly WireUpgrade[],
  nameOf: (uri: string) => string,
): RenderedReport {
  const lines: string[] = [];
  const links: ReportLink[] = [];
  const place = (uri: string, line: number, before: string, after: string): void => {
    const name = `${nameOf(uri)}:${line + 1}`;
    links.push({ line: lines.length, start: before.length, end: before.length + name.length, uri, target: line });
    lines.push(`${before}${name}${after}`);
  };
  lines.push(`# ${l10n.t('Upgrade to Kafka {0}', to)}`, '', ...summaryOf(to, files), '');
  const steps = [...new Set(files.flatMap((file) => file.steps))];
  if (steps.length > 0) lines.push(`## ${l10n.t('First')}`, '', ...steps.map((step) => `- ${step}`), '');
  for (const file of files.filter(({ changes }) => changes.length > 0)) {
    const from = file.fromAssumed ? l10n.t('{0}, which is assumed', file.from) : file.from;
    lines.push(`## ${nameOf(file.uri)}`, '', l10n.t('A {0} file for Kafka {1}.', file.role, from), '');
    for (const [kind, title] of TITLES) {
      const changes = file.changes.filter((change) => change.kind === kind);
      if (changes.length === 0) continue;
      lines.push(`### ${title}`, '');
      for (const { range, message, fixes } of changes) {
        place(file.uri, range.start.line, '- ', '');
        lines.push(
          `  ${message}`,
          ...fixes.map((fix) => `  - ${fix.safe ? l10n.t('Safe fix') : l10n.t('Fix')}: ${fix.title}`),
        );
      }
      lines.push('');
    }
  }
  return { text: `${lines.join('\n').trimEnd()}\n`, links };
}

function summaryOf(to: string, files: readonly WireUpgrade[]): string[] {
  const changes = files.flatMap((file) => file.changes);
  if (changes.length === 0) return [l10n.t('Kafka {0} changes nothing in the files of this workspace.', to)];
  const counts = TITLES.flatMap(([kind, title]) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count > 0 ? [`- ${title}: ${count}`] : [];
  });
  const offer = l10n.t(
    'Fixes for what is rejected, renamed or ignored are offered in the files once their target version is {0}. A default is kept by adding the line that is named with it.',
    to,
  );
  return [...counts, '', offer];
}
