import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import { setEntry } from '../fixes';
import { inEnvironment } from './severity';

const OLD: readonly string[] = ['SSLv2Hello', 'SSLv3', 'TLSv1', 'TLSv1.1'];

/** A list of TLS versions that has broken ones among them; `risk` ends a sentence about those. */
export function* oldTls(entry: Entry, reader: Reader, key: RegExp, risk: string): Iterable<Report> {
  if (entry.overriddenBy || entry.value.kind !== 'literal' || !key.test(entry.key)) return;
  const names = entry.value.text.split(',').map((name) => name.trim());
  const old = names.filter((name) => OLD.includes(name));
  if (old.length === 0) return;
  const kept = names.filter((name) => !OLD.includes(name));
  const message = `${entry.writtenKey} has ${old.join(', ')}: ${risk} Java disables them by default.`;
  const fixes = [setEntry(entry, kept.length > 0 ? kept.join(',') : 'TLSv1.2,TLSv1.3')];
  yield { span: entry.span, message, severity: inEnvironment(reader, 'warning'), fixes };
}
