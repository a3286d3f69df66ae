import { type CancellationToken, type Progress, ProgressLocation, window } from 'vscode';
import { plainText } from './plainText';

type Report = Progress<{ readonly message: string; readonly increment: number }>;

/** Shows that something is under way, with a button that gives up. */
export function withProgress<T>(
  title: string,
  work: (report: Report, token: CancellationToken) => Promise<T>,
): Thenable<T> {
  const options = { location: ProgressLocation.Notification, title: plainText(title), cancellable: true };
  return window.withProgress(options, (progress, token) =>
    work({ report: ({ message, increment }) => progress.report({ message: plainText(message), increment }) }, token),
  );
}

/** The same for work that is given up by a signal. */
export async function withCancel<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  return withProgress(title, async (_, token) => {
    const abort = new AbortController();
    const subscription = token.onCancellationRequested(() => abort.abort());
    try {
      return await work(abort.signal);
    } finally {
      subscription.dispose();
    }
  });
}
