/** What the CLI uses of its process. */
export interface CliHost {
  readonly cwd: string;
  readonly version: string;
  readonly color: boolean;
  out(text: string): void;
  err(text: string): void;
  readStdin(): string;
}
