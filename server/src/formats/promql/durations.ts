import { tableOf } from '../../model/tableOf';

const SECONDS: Readonly<Record<string, number>> = tableOf({
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
});

/** `1m30s` as Prometheus reads it; undefined for what is no duration, such as a variable. */
export function secondsOf(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^(?:\d{1,9}(?:ms|[smhdwy]))+$/.test(trimmed)) return trimmed === '0' ? 0 : undefined;
  const parts = [...trimmed.matchAll(/(\d{1,9})(ms|[smhdwy])/g)];
  return parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (SECONDS[unit] ?? 0), 0);
}
