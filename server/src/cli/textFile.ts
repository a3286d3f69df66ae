import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

export interface TextFile {
  readonly text: string;
  readonly encoding: 'utf8' | 'latin1';
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads UTF-8, and what is not UTF-8 as ISO-8859-1, which is how java.util.Properties reads a stream. Either way
 * writing the text back gives the same bytes.
 */
export function readTextFile(path: string): TextFile {
  const bytes = readFileSync(path);
  try {
    return { text: UTF8.decode(bytes), encoding: 'utf8' };
  } catch {
    return { text: bytes.toString('latin1'), encoding: 'latin1' };
  }
}

/** Writes beside the file and renames, so that a full disk or a kill never leaves half a configuration. */
export function replaceTextFile(path: string, { text, encoding }: TextFile): void {
  const target = realpathSync(path);
  const temporary = `${target}.kafka-lint-${process.pid}`;
  try {
    writeFileSync(temporary, text, { mode: statSync(target).mode, encoding });
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
