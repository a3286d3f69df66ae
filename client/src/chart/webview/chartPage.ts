import * as l10n from '@vscode/l10n';
import type uPlot from 'uplot';
import { countText } from '../../../../server/src/cluster/words/lagWords';
import type { ChartState, ChartTarget, PageState } from '../protocol';
import { type AlignedData, align } from './align';
import { showLegend } from './legend';
import { page } from './page';
import { createPlot, sizeOf } from './plot';
import { showTable, timeText } from './table';
import { readTheme, type Theme } from './theme';

const EMPTY: ChartState = { title: '', series: [], thresholds: [], status: '', gapMs: 60_000 };

/** The chart with all that belongs to it, from what the panel told last and what the person chose. */
export class ChartPage {
  readonly #keep: (state: PageState) => void;
  readonly #hidden = new Set<string>();
  #state = EMPTY;
  #targets: readonly ChartTarget[];
  #isLog: boolean;
  #minutes: number;
  #isTable = false;
  #data: AlignedData = [[]];
  #plot: uPlot | undefined;
  #theme: Theme = readTheme();
  #shape = '';
  #cursor: number | undefined;

  constructor({ targets = [], isLog = false, minutes = 0 }: Partial<PageState>, keep: (state: PageState) => void) {
    this.#keep = keep;
    this.#targets = targets;
    this.#isLog = isLog;
    this.#minutes = minutes;
    page.range.value = String(minutes);
    page.log.addEventListener('click', () => this.#choose(() => (this.#isLog = !this.#isLog)));
    page.range.addEventListener('change', () => this.#choose(() => (this.#minutes = Number(page.range.value))));
    page.tableToggle.addEventListener('click', () => this.#choose(() => (this.#isTable = !this.#isTable)));
    page.plot.addEventListener('keydown', (event) => this.#onKey(event));
    page.plot.addEventListener('blur', () => this.#plot?.setCursor({ left: -10, top: -10 }));
  }

  show(state: ChartState, targets: readonly ChartTarget[]): void {
    this.#state = state;
    this.#targets = targets;
    this.#save();
    this.#update();
  }

  /** Anew with the colours as they are now. */
  redraw(): void {
    this.#theme = readTheme();
    this.#shape = '';
    this.#update();
  }

  resize(): void {
    this.#plot?.setSize(sizeOf(page.plot));
  }

  #choose(change: () => void): void {
    change();
    this.#save();
    this.#update();
  }

  #save(): void {
    this.#keep({ targets: this.#targets, isLog: this.#isLog, minutes: this.#minutes });
  }

  #update(): void {
    const { series, gapMs, title, status } = this.#state;
    const since = this.#minutes === 0 ? 0 : Date.now() - this.#minutes * 60_000;
    this.#data = align(series, gapMs, since);
    const isEmpty = this.#data[0].length === 0;
    page.title.textContent = title;
    page.status.textContent = status;
    page.log.setAttribute('aria-pressed', String(this.#isLog));
    page.tableToggle.setAttribute('aria-pressed', String(this.#isTable));
    page.empty.hidden = !isEmpty;
    page.table.hidden = !this.#isTable;
    page.plot.setAttribute('aria-label', this.#summary());
    this.#draw();
    this.#showValues();
    if (this.#isTable) showTable(page.table, this.#names, this.#data);
  }

  get #names(): readonly string[] {
    return this.#state.series.map(({ name }) => name);
  }

  /** Made anew only when more than the numbers changed, so that the cursor and a zoomed range stay. */
  #draw(): void {
    const { thresholds } = this.#state;
    const shape = JSON.stringify([this.#names, [...this.#hidden], thresholds, this.#isLog, this.#minutes]);
    if (this.#plot && shape === this.#shape) {
      const { min, max } = this.#plot.scales.x ?? {};
      const [times] = this.#plot.data;
      const isZoomed = min !== times[0] || max !== times.at(-1);
      this.#plot.setData(this.#data as uPlot.AlignedData, !isZoomed);
      if (isZoomed) this.#plot.redraw();
      return;
    }
    this.#shape = shape;
    this.#plot?.destroy();
    this.#plot = createPlot(page.plot, this.#data, {
      names: this.#names,
      hidden: this.#hidden,
      thresholds,
      isLog: this.#isLog,
      theme: this.#theme,
      onCursor: (index) => {
        this.#cursor = index;
        this.#showValues();
      },
    });
  }

  /** Those at the cursor, or the latest. */
  #showValues(): void {
    const [times, ...lags] = this.#data;
    const index = this.#cursor ?? times.length - 1;
    const time = times[index];
    page.time.textContent =
      time === undefined ? '' : this.#cursor === undefined ? l10n.t('now, {0}', timeText(time)) : timeText(time);
    const entries = this.#names.map((name, each) => {
      const column = lags[each] ?? [];
      const lag = this.#cursor === undefined ? column.findLast((value) => typeof value === 'number') : column[index];
      // What is the matter is so now, and says nothing of the time at the cursor.
      const state = this.#cursor === undefined ? (this.#state.series[each]?.state ?? '') : '';
      return { name, state, isHidden: this.#hidden.has(name), lag: typeof lag === 'number' ? lag : undefined };
    });
    showLegend(page.legend, entries, this.#theme, (name) =>
      this.#choose(() => (this.#hidden.has(name) ? this.#hidden.delete(name) : this.#hidden.add(name))),
    );
  }

  #onKey(event: KeyboardEvent): void {
    const [times] = this.#data;
    const last = times.length - 1;
    const at = this.#cursor ?? last;
    const step = event.shiftKey ? 10 : 1;
    const wanted = { ArrowLeft: at - step, ArrowRight: at + step, Home: 0, End: last }[event.key];
    if (wanted === undefined || last < 0 || !this.#plot) return;
    event.preventDefault();
    const index = Math.min(Math.max(wanted, 0), last);
    const left = this.#plot.valToPos(times[index] ?? 0, 'x');
    this.#plot.setCursor({ left, top: 10 });
    this.#cursor = index;
    this.#showValues();
    page.spoken.textContent = this.#valuesAt(index);
  }

  #valuesAt(index: number): string {
    const [times, ...lags] = this.#data;
    const values = this.#names.flatMap((name, each) => {
      const lag = lags[each]?.[index];
      return typeof lag === 'number' ? [`${name} ${countText(lag)}`] : [];
    });
    return `${timeText(times[index] ?? 0)}: ${values.join(', ') || l10n.t('not known')}`;
  }

  #summary(): string {
    const last = this.#data[0].length - 1;
    const keys = l10n.t('Left and right arrow keys go through the points, the table has them all.');
    return last < 0
      ? l10n.t('Chart of lag over time, still empty')
      : l10n.t('Chart of lag over time. {0}. {1}', this.#valuesAt(last), keys);
  }
}
