import * as l10n from '@vscode/l10n';
import { countText } from '../../../../server/src/cluster/words/lagWords';
import type { AlignedData } from './align';

/** The most rows: a screen reader goes through them one by one. */
const MOST_ROWS = 200;

/** The same numbers as the chart's, the newest first. */
export function showTable(table: HTMLTableElement, names: readonly string[], [times, ...lags]: AlignedData): void {
  const caption = document.createElement('caption');
  caption.textContent =
    times.length > MOST_ROWS
      ? l10n.t('Lag in messages, the newest first, {0} of {1} times', MOST_ROWS, times.length)
      : l10n.t('Lag in messages, the newest first');
  const head = document.createElement('thead');
  head.append(row([l10n.t('Time'), ...names], 'col'));
  const body = document.createElement('tbody');
  for (let index = times.length - 1, rows = 0; index >= 0 && rows < MOST_ROWS; index--) {
    const cells = lags.map((lag) => lag[index]);
    // A row that only breaks a line has nothing to say.
    if (cells.every((lag) => typeof lag !== 'number')) continue;
    body.append(row([timeText(times[index] ?? 0), ...cells.map(cellText)], 'row'));
    rows += 1;
  }
  table.replaceChildren(caption, head, body);
}

export function timeText(seconds: number): string {
  const date = new Date(seconds * 1000);
  const time = date.toLocaleTimeString('en-GB');
  return date.toDateString() === new Date().toDateString()
    ? time
    : `${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })} ${time}`;
}

function cellText(lag: number | null | undefined): string {
  return typeof lag === 'number' ? countText(lag) : l10n.t('not known');
}

function row(cells: readonly string[], headings: 'col' | 'row'): HTMLTableRowElement {
  const element = document.createElement('tr');
  cells.forEach((text, index) => {
    const isHeading = headings === 'col' || index === 0;
    const cell = document.createElement(isHeading ? 'th' : 'td');
    if (isHeading) cell.setAttribute('scope', headings);
    cell.textContent = text;
    element.append(cell);
  });
  return element;
}
