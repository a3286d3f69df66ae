import { randomBytes } from 'node:crypto';
import * as l10n from '@vscode/l10n';
import { type Disposable, env, Uri, ViewColumn, l10n as vscodeL10n, type WebviewPanel, window } from 'vscode';
import { LAG_CHART } from '../names';
import { chartHtml } from './chartHtml';
import { targetsKey } from './chartState';
import type { ChartState, ChartTarget, FromPage, PageState, ToPage } from './protocol';

export interface ChartPanels extends Disposable {
  /** Shows a chart of the targets, the one that is there already if there is. */
  open(targets: readonly ChartTarget[]): void;
  /** Sends the charts on show what there is now. */
  update(): void;
  readonly isVisible: boolean;
  readonly count: number;
}

/** Charts of lag over time. The numbers stay with the extension, so that a hidden chart misses none. */
export function createChartPanels(
  extensionUri: Uri,
  stateOf: (targets: readonly ChartTarget[]) => ChartState,
  onVisibility: () => void,
): ChartPanels {
  const panels = new Map<string, { readonly panel: WebviewPanel; readonly show: () => void }>();
  const dist = Uri.joinPath(extensionUri, 'dist');
  const options = { enableScripts: true, localResourceRoots: [dist] };
  const adopt = (panel: WebviewPanel, targets: readonly ChartTarget[]): void => {
    const key = targetsKey(targets);
    const show = (): void => {
      if (!panel.visible) return;
      const message: ToPage = { kind: 'show', state: stateOf(targets), targets };
      void panel.webview.postMessage(message);
    };
    panels.set(key, { panel, show });
    panel.webview.options = options;
    panel.iconPath = {
      light: Uri.joinPath(extensionUri, 'media', 'kafka-lag.svg'),
      dark: Uri.joinPath(extensionUri, 'media', 'kafka-lag-dark.svg'),
    };
    panel.title = stateOf(targets).title;
    panel.webview.onDidReceiveMessage(({ kind }: FromPage) => {
      if (kind === 'ready') show();
    });
    panel.onDidChangeViewState(() => {
      show();
      onVisibility();
    });
    panel.onDidDispose(() => {
      if (panels.get(key)?.panel === panel) panels.delete(key);
      onVisibility();
    });
    const { cspSource } = panel.webview;
    const file = (name: string): string => panel.webview.asWebviewUri(Uri.joinPath(dist, name)).toString();
    const nonce = randomBytes(16).toString('base64');
    const [script, style] = [file('chart.js'), file('chart.css')];
    const language = vscodeL10n.bundle ? env.language : 'en';
    panel.webview.html = chartHtml({ nonce, cspSource, script, style, language, texts: vscodeL10n.bundle });
    onVisibility();
  };
  const serializer = window.registerWebviewPanelSerializer(LAG_CHART, {
    async deserializeWebviewPanel(panel, state: unknown) {
      const targets = targetsOf(state);
      if (targets.length === 0 || panels.has(targetsKey(targets))) panel.dispose();
      else adopt(panel, targets);
    },
  });
  return {
    open(targets) {
      const existing = panels.get(targetsKey(targets));
      if (existing) existing.panel.reveal();
      else adopt(window.createWebviewPanel(LAG_CHART, l10n.t('Consumer Lag'), ViewColumn.Active, options), targets);
    },
    update() {
      for (const { show } of panels.values()) show();
    },
    get isVisible() {
      return [...panels.values()].some(({ panel }) => panel.visible);
    },
    get count() {
      return panels.size;
    },
    dispose: () => serializer.dispose(),
  };
}

/** What a page kept over a restart, which may be of another version. */
function targetsOf(state: unknown): readonly ChartTarget[] {
  const { targets } = Object(state) as Partial<PageState>;
  if (!Array.isArray(targets)) return [];
  return targets.filter((target: unknown): target is ChartTarget => {
    const { clusterName, groupId, topic } = Object(target) as Partial<ChartTarget>;
    return (
      typeof clusterName === 'string' && typeof groupId === 'string' && ['string', 'undefined'].includes(typeof topic)
    );
  });
}
