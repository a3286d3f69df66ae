import { SEVERITIES } from '../../model/finding';
import type { FileResult } from '../result';

/** `2 errors and 1 hint in 2 of 30 files; --fix fixes 1 of them.` */
export function summaryOf(results: readonly FileResult[], filesLinted: number): string {
  const findings = results.flatMap((result) => result.findings);
  const files = plural(filesLinted, 'file');
  if (filesLinted === 0) return 'No Kafka configuration found.';
  const lowered = loweredIn(results);
  if (findings.length === 0) return `No findings in ${files}.${lowered}`;
  const counts = SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [severity === 'information' ? `${count} information` : plural(count, severity)] : [];
  });
  const withFindings = results.filter((result) => result.findings.length > 0).length;
  const fixable = findings.filter((finding) => finding.fixes.some((fix) => fix.safe)).length;
  const offer = fixable > 0 ? ` --fix fixes ${fixable} of them.` : '';
  return `${list(counts)} in ${withFindings} of ${files}.${offer}${lowered}`;
}

/** Said, since the same file elsewhere would have more findings. */
function loweredIn(results: readonly FileResult[]): string {
  const count = results.filter(({ development }) => development).length;
  if (count === 0) return '';
  const place = count === 1 ? '1 file is in a test or example folder' : `${count} files are in test or example folders`;
  return ` ${place}: advice for production is lowered there (setting developmentFolders).`;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
