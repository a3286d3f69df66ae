import * as l10n from '@vscode/l10n';

export interface ChartHtmlOptions {
  /** Random, and another one for each page: a script without it does not run. */
  readonly nonce: string;
  /** What VS Code serves the extension's own files from. */
  readonly cspSource: string;
  readonly script: string;
  readonly style: string;
  readonly language: string;
  /** The texts of that language; absent where they are those of the code. */
  readonly texts?: Readonly<Record<string, string>> | undefined;
}

/** The chart's page. It may load its own script and style, and nothing else from anywhere. */
export function chartHtml({ nonce, cspSource, script, style, language, texts }: ChartHtmlOptions): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${cspSource}`;
  return `<!DOCTYPE html>
<html lang="${escaped(language)}"${texts ? ` data-texts="${escaped(JSON.stringify(texts))}"` : ''}>
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escaped(l10n.t('Consumer Lag'))}</title>
  <link rel="stylesheet" href="${style}">
</head>
<body>
  <header>
    <h1 id="title">${escaped(l10n.t('Consumer lag'))}</h1>
    <span id="status"></span>
    <div class="tools" role="group" aria-label="${escaped(l10n.t('How to show the lag'))}">
      <select id="range" aria-label="${escaped(l10n.t('Time on show'))}">
        <option value="0">${escaped(l10n.t('All'))}</option>
        <option value="5">${escaped(l10n.t('Last 5 minutes'))}</option>
        <option value="15">${escaped(l10n.t('Last 15 minutes'))}</option>
        <option value="60">${escaped(l10n.t('Last hour'))}</option>
      </select>
      <button id="log" type="button" aria-pressed="false">${escaped(l10n.t('Log scale'))}</button>
      <button id="table-toggle" type="button" aria-pressed="false" aria-controls="table">${escaped(l10n.t('Table'))}</button>
    </div>
  </header>
  <div id="plot" tabindex="0" role="img" aria-label="${escaped(l10n.t('Chart of lag over time'))}">
    <p id="empty">${escaped(l10n.t('The first points come with the next refreshes.'))}</p>
  </div>
  <div class="values"><span id="time"></span><ul id="legend" aria-label="${escaped(l10n.t('Lag of each series; press one to hide its line'))}"></ul></div>
  <div class="table"><table id="table" hidden></table></div>
  <div id="spoken" class="unseen" role="status" aria-live="polite"></div>
  <script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES.get(character) ?? character);
}
