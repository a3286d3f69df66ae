export interface Theme {
  readonly foreground: string;
  readonly muted: string;
  readonly grid: string;
  readonly threshold: string;
  readonly font: string;
  readonly isHighContrast: boolean;
  color(index: number): string;
  /** Lines of one colour, and all in high contrast, differ in their dashes too. */
  dash(index: number): number[] | undefined;
}

/** Not red, which is the threshold's, nor the charts' orange, which is half transparent. */
const COLORS = [
  'charts-blue',
  'charts-yellow',
  'charts-green',
  'charts-purple',
  'terminal-ansiCyan',
  'terminal-ansiMagenta',
];
const DASHES = [undefined, [10, 4], [3, 3], [10, 3, 3, 3]];

/** VS Code's colours as they are now. */
export function readTheme(): Theme {
  const style = getComputedStyle(document.body);
  const read = (name: string, otherwise: string): string => style.getPropertyValue(name).trim() || otherwise;
  const foreground = read('--vscode-foreground', '#888');
  const isHighContrast = document.body.className.includes('high-contrast');
  const colors = COLORS.map((name) => read(`--vscode-${name}`, foreground));
  return {
    foreground,
    muted: read('--vscode-descriptionForeground', foreground),
    grid: isHighContrast
      ? read('--vscode-contrastBorder', foreground)
      : read('--vscode-editorWidget-border', read('--vscode-panel-border', 'rgba(128, 128, 128, 0.3)')),
    threshold: read('--vscode-errorForeground', '#f44'),
    font: `12px ${read('--vscode-font-family', 'sans-serif')}`,
    isHighContrast,
    color: (index) => colors[index % colors.length] ?? foreground,
    dash: (index) => DASHES[(isHighContrast ? index : Math.floor(index / COLORS.length)) % DASHES.length],
  };
}

/** Calls back when the person chooses another theme: VS Code then changes the body's class and the root's style. */
export function onThemeChange(listener: () => void): void {
  const observer = new MutationObserver(listener);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
}
