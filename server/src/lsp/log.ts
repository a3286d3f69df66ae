import type { RemoteConsole } from 'vscode-languageserver';
import type { LintResult } from '../engine/lint';

/** Writes to the client's log; what repeats with every keystroke is written once. */
export interface Log {
  error(what: string, error: unknown): void;
  warn(message: string): void;
  ruleFailures(result: LintResult): void;
}

export function createLog(console: Pick<RemoteConsole, 'error' | 'warn'>): Log {
  const told = new Set<string>();
  const once = (key: string, tell: () => void): void => {
    if (told.has(key)) return;
    told.add(key);
    tell();
  };
  const error = (what: string, problem: unknown): void => {
    once(`${what} ${describeError(problem)}`, () => console.error(`${what}: ${describeError(problem)}`));
  };
  return {
    error,
    warn: (message) => console.warn(message),
    ruleFailures({ failures }) {
      for (const failure of failures) {
        once(`rule ${failure.rule}`, () =>
          console.error(`The rule ${failure.rule} failed and was skipped: ${describeError(failure.error)}`),
        );
      }
    },
  };
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
