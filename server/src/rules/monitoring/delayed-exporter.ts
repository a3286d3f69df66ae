import type { ConfigDocument } from '../../model/document';
import type { Report } from '../../model/finding';
import type { Monitoring } from '../../model/monitoring';
import type { Span } from '../../model/span';
import type { MonitoringRule } from '../rule';

export const rule: MonitoringRule = {
  id: 'monitoring/delayed-exporter',
  summary: 'The JMX exporter gives no metrics for the first minutes',
  severity: 'warning',
  sources: ['jmx_exporter, JmxCollector (startDelaySeconds)'],
  *checkMonitoring({ exporter }: Monitoring, { text }: ConfigDocument): Iterable<Report> {
    const delay = exporter?.startDelay;
    if (!delay || delay.value < SHORTEST) return;
    yield {
      span: delay.span,
      message: `The exporter answers with an error for the first ${delay.value} s, in which a restarted broker is not watched.`,
      fixes: [
        {
          title: 'Remove startDelaySeconds',
          safe: true,
          edits: [{ kind: 'text', span: lineOf(text, delay.span), newText: '' }],
        },
      ],
    };
  },
};

/** A broker needs some seconds before it has MBeans. */
const SHORTEST = 30;

function lineOf(text: string, { start, end }: Span): Span {
  const next = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: next === -1 ? text.length : next + 1 };
}
