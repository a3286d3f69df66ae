import { createHash } from 'node:crypto';
import type { Finding } from '../model/finding';
import { maskedPart } from '../secrets/mask';
import type { FileResult } from './result';

/**
 * Tells a finding of a file again after lines above it came or went: by its rule and its line, in which secrets are
 * masked, since a hash of a short secret would give it away. Equal lines of a file get equal fingerprints.
 */
export function fingerprintOf({ text, secrets }: FileResult, { rule, span }: Finding): string {
  const start = Math.max(text.lastIndexOf('\n', span.start - 1), text.lastIndexOf('\r', span.start - 1)) + 1;
  LINE.lastIndex = start;
  const end = start + (LINE.exec(text)?.[0].length ?? 0);
  const line = maskedPart(text, start, end, secrets()).trim();
  return createHash('sha256').update(`${rule}\0${line}`).digest('hex').slice(0, 16);
}

const LINE = /[^\r\n]{0,2000}/y;

/** Fingerprints of a file's findings, equal ones told apart by their number, as services that keep them need it. */
export function uniqueFingerprints(result: FileResult): string[] {
  const seen = new Map<string, number>();
  return result.findings.map((finding) => {
    const fingerprint = fingerprintOf(result, finding);
    const count = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, count);
    return `${fingerprint}:${count}`;
  });
}
