import * as l10n from '@vscode/l10n';
import uPlot from 'uplot';
import { countText } from '../../../../server/src/cluster/words/lagWords';
import type { AlignedData } from './align';
import { LINEAR_BELOW, logLabels, logSplits } from './logSplits';
import type { Theme } from './theme';

export interface PlotOptions {
  readonly names: readonly string[];
  readonly hidden: ReadonlySet<string>;
  readonly thresholds: readonly number[];
  readonly isLog: boolean;
  readonly theme: Theme;
  /** The point under the cursor; undefined when there is none. */
  readonly onCursor: (index: number | undefined) => void;
}

/** uPlot over the place's whole size. */
export function createPlot(place: HTMLElement, data: AlignedData, options: PlotOptions): uPlot {
  const { names, hidden, theme } = options;
  const series = names.map((label, index): uPlot.Series => {
    const dash = theme.dash(index);
    return {
      label,
      show: !hidden.has(label),
      stroke: theme.color(index),
      width: theme.isHighContrast ? 3 : 2,
      ...(dash && { dash }),
      points: { size: 5 },
    };
  });
  return new uPlot(
    {
      ...sizeOf(place),
      padding: [12, 30, 0, 0],
      legend: { show: false },
      cursor: { y: false, points: { size: 9 }, drag: { x: true, y: false } },
      scales: { x: { time: true }, y: yScale(options) },
      axes: axes(options),
      series: [{}, ...series],
      hooks: {
        setCursor: [({ cursor }) => options.onCursor(cursor.idx ?? undefined)],
        draw: [(plot) => drawThresholds(plot, options)],
      },
    },
    data as uPlot.AlignedData,
    place,
  );
}

export function sizeOf(place: HTMLElement): { width: number; height: number } {
  return { width: Math.max(place.clientWidth, 200), height: Math.max(place.clientHeight, 160) };
}

/** Lag may be zero, which a logarithm has no place for: asinh is linear below ten and logarithmic above. */
function yScale({ isLog, thresholds }: PlotOptions): uPlot.Scale {
  const range: uPlot.Range.Function = (_, least, most) => {
    const top = Math.max(most ?? 0, 1);
    // A threshold far above the lines would press them flat, so that it is shown only once they come near.
    const near = thresholds.filter((threshold) => isLog || threshold <= top * 2);
    const high = Math.max(top, ...near);
    return [Math.min(least ?? 0, 0), isLog ? high * 2 : high * 1.08];
  };
  return isLog ? { distr: 4, asinh: LINEAR_BELOW, range } : { distr: 1, range };
}

function axes({ isLog, theme: { foreground, grid, font } }: PlotOptions): uPlot.Axis[] {
  const shared = { stroke: foreground, font, grid: { stroke: grid, width: 1 }, ticks: { stroke: grid, width: 1 } };
  const short = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });
  const hour12 = '{HH}:{mm}';
  const withDay = `\n{MMM} {D}`;
  return [
    {
      ...shared,
      values: [
        [3600 * 24, '{MMM} {D}', null, null, null, null, null, null, 1],
        [60, hour12, withDay, null, withDay, null, null, null, 1],
        [1, `${hour12}:{ss}`, withDay, null, withDay, null, null, null, 1],
      ],
    },
    {
      ...shared,
      size: 64,
      values: (_, splits) => splits.map((value) => labelOf(value, short)),
      ...(isLog && {
        splits: (_plot, _axis, least, most) => logSplits(least, most),
        filter: ({ valToPos }, splits) => logLabels(splits, valToPos(100, 'y') - valToPos(1000, 'y')),
      }),
    },
  ];
}

/** In the logarithmic scale only some places are worth a label; uPlot leaves the others empty. */
function labelOf(value: number | null, short: Intl.NumberFormat): string {
  if (value === null) return '';
  return Math.abs(value) < 10_000 ? countText(value) : short.format(value);
}

function drawThresholds({ ctx, bbox, valToPos, scales }: uPlot, { thresholds, theme }: PlotOptions): void {
  const { top, left, width } = bbox;
  ctx.save();
  ctx.strokeStyle = theme.threshold;
  ctx.fillStyle = theme.threshold;
  // Where it lies on a line of the grid it must still be seen.
  ctx.lineWidth = 2 * devicePixelRatio;
  ctx.setLineDash([6 * devicePixelRatio, 4 * devicePixelRatio]);
  ctx.font = theme.font.replace('12px', `${11 * devicePixelRatio}px`);
  ctx.textAlign = 'right';
  for (const threshold of thresholds) {
    if (threshold > (scales.y?.max ?? 0)) continue;
    const y = valToPos(threshold, 'y', true);
    ctx.beginPath();
    ctx.moveTo(left, y);
    ctx.lineTo(left + width, y);
    ctx.stroke();
    const isHigh = y - top < 16 * devicePixelRatio;
    ctx.fillText(
      l10n.t('threshold {0}', countText(threshold)),
      left + width - 4,
      y + (isHigh ? 13 : -6) * devicePixelRatio,
    );
  }
  ctx.restore();
}
