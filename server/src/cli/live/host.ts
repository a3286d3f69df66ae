import { terminalText } from '../../escape/terminal';
import type { CliHost } from '../host';

/** What work that goes on for a while uses of its process. */
export interface LiveHost extends Pick<CliHost, 'cwd' | 'version' | 'err'> {
  out(text: string): void;
  /** Aborted when the process is asked to end. */
  readonly stop: AbortSignal;
}

export function stopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** What is not the answer itself, on standard error. */
export function tell(host: Pick<LiveHost, 'err'>, line: string): void {
  host.err(`kafka-lint: ${terminalText(line)}\n`);
}
