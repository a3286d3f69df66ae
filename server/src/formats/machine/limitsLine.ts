import type { Said } from './lines';

/** A line of limits.conf: for whom it holds, and what. */
export interface LimitLine extends Said {
  readonly domain: string;
}

/** `* soft nofile 100000`; undefined for anything else. */
export function limitLine(text: string): LimitLine | undefined {
  const found = /^(\S+)[ \t]+(soft|hard|-)[ \t]+(nofile|nproc|memlock)([ \t]+)([^\s#]+)/.exec(text);
  if (!found) return undefined;
  const [all, domain = '', type = '', item = '', , value = ''] = found;
  const start = all.length - value.length;
  const end = all.length - value.length - (found[4]?.length ?? 0);
  return {
    domain,
    key: type === '-' ? item : `${item}.${type}`,
    name: { start: 0, end },
    value: { start, end: all.length },
  };
}

/** How a limit is written for somebody: `nofile.soft` of `kafka` is `kafka soft nofile`. */
export function limitName(domain: string, key: string): string {
  const [item = '', type = '-'] = key.split('.');
  return `${domain} ${type} ${item}`;
}

/** A user or a group that brokers run as. */
export function isKafkaUser(domain: string): boolean {
  return /kafka|^@?cp-|confluent/i.test(domain);
}
