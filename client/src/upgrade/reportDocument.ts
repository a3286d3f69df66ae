import * as l10n from '@vscode/l10n';
import { DocumentLink, EventEmitter, type ExtensionContext, languages, Range, Uri, window, workspace } from 'vscode';
import type { RenderedReport } from './render';

const SCHEME = 'kafka-lint-upgrade';

/** Shows reports in read-only documents of their own, one a version, with links to the places that they name. */
export interface ReportDocuments {
  show(version: string, report: RenderedReport): Promise<void>;
}

export function createReportDocuments({ subscriptions }: Pick<ExtensionContext, 'subscriptions'>): ReportDocuments {
  const reports = new Map<string, RenderedReport>();
  const changed = new EventEmitter<Uri>();
  subscriptions.push(
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      // A window that is opened again has the tab still, but no longer the report.
      provideTextDocumentContent: ({ path }) =>
        reports.get(path)?.text ?? l10n.t('Run the command again for a report.\n'),
    }),
    languages.registerDocumentLinkProvider(
      { scheme: SCHEME },
      { provideDocumentLinks: ({ uri }) => (reports.get(uri.path)?.links ?? []).map(toLink) },
    ),
  );
  return {
    async show(version, report) {
      const uri = Uri.from({ scheme: SCHEME, path: `/${l10n.t('Upgrade to Kafka {0}', version)}.md` });
      reports.set(uri.path, report);
      changed.fire(uri);
      await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
    },
  };
}

function toLink({ line, start, end, uri, target }: RenderedReport['links'][number]): DocumentLink {
  const place = Uri.parse(uri).with({ fragment: `L${target + 1}` });
  return new DocumentLink(new Range(line, start, line, end), place);
}
