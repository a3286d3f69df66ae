import type { Selector } from '../../../model/monitoring';

/** The selector's labels as the file has them, braces included; empty where it has none. */
export function labelsOf(text: string, { metricSpan, span }: Selector): string {
  return metricSpan.end <= span.end && metricSpan.start === span.start ? text.slice(metricSpan.end, span.end) : '';
}

/** The selector without its range, as the file has it. */
export function instantOf(text: string, { span }: Selector): string {
  return text.slice(span.start, span.end);
}
