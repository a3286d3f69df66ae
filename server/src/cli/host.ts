/** What the CLI uses of its process. */
export interface CliHost {
  readonly cwd: string;
  readonly version: string;
  readonly color: boolean;
  out(text: string | Uint8Array): void;
  err(text: string | Uint8Array): void;
  readStdin(): Buffer;
}
