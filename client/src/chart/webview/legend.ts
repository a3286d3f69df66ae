import * as l10n from '@vscode/l10n';
import { countText } from '../../../../server/src/cluster/words/lagWords';
import type { Theme } from './theme';

export interface LegendEntry {
  readonly name: string;
  readonly state: string;
  readonly isHidden: boolean;
  /** Undefined where the series has no point. */
  readonly lag: number | undefined;
}

/** One button a series: it shows the value at the cursor, and pressing it hides the line. Kept focused over updates. */
export function showLegend(
  list: HTMLElement,
  entries: readonly LegendEntry[],
  theme: Theme,
  toggle: (name: string) => void,
): void {
  while (list.children.length > entries.length) list.lastElementChild?.remove();
  entries.forEach((entry, index) => {
    const item = list.children[index] ?? list.appendChild(newItem());
    const button = item.firstElementChild;
    if (!(button instanceof HTMLButtonElement)) return;
    const [swatch, name, value] = button.children;
    if (swatch instanceof HTMLElement) {
      swatch.style.borderTopColor = theme.color(index);
      swatch.style.borderTopStyle = theme.dash(index) ? 'dashed' : 'solid';
    }
    const number = entry.lag === undefined ? '–' : countText(entry.lag);
    const text = entry.state === '' ? number : `${number} (${entry.state})`;
    if (name) name.textContent = entry.name;
    if (value) value.textContent = text;
    button.setAttribute('aria-pressed', String(!entry.isHidden));
    button.setAttribute(
      'aria-label',
      entry.lag === undefined ? l10n.t('{0}: not known', entry.name) : l10n.t('{0}: {1} messages', entry.name, text),
    );
    button.onclick = () => toggle(entry.name);
  });
}

function newItem(): HTMLElement {
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.className = 'series';
  for (const part of ['swatch', 'name', 'value']) {
    const span = document.createElement('span');
    span.className = part;
    button.append(span);
  }
  item.append(button);
  return item;
}
