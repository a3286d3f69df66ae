import './language';
import 'uplot/dist/uPlot.min.css';
import './chart.css';
import type { FromPage, PageState, ToPage } from '../protocol';
import { ChartPage } from './chartPage';
import { page } from './page';
import { onThemeChange } from './theme';

/** What VS Code gives its pages. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): Partial<PageState> | undefined;
  setState(state: PageState): void;
};

const vscode = acquireVsCodeApi();
const chart = new ChartPage(vscode.getState() ?? {}, (state) => vscode.setState(state));

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'show') chart.show(data.state, data.targets);
});
new ResizeObserver(() => chart.resize()).observe(page.plot);
onThemeChange(() => chart.redraw());
vscode.postMessage({ kind: 'ready' });
