export interface ChartHtmlOptions {
  /** Random, and another one for each page: a script without it does not run. */
  readonly nonce: string;
  /** What VS Code serves the extension's own files from. */
  readonly cspSource: string;
  readonly script: string;
  readonly style: string;
}

/** The chart's page. It may load its own script and style, and nothing else from anywhere. */
export function chartHtml({ nonce, cspSource, script, style }: ChartHtmlOptions): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${cspSource}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Consumer Lag</title>
  <link rel="stylesheet" href="${style}">
</head>
<body>
  <header>
    <h1 id="title">Consumer lag</h1>
    <span id="status"></span>
    <div class="tools" role="group" aria-label="How to show the lag">
      <select id="range" aria-label="Time on show">
        <option value="0">All</option>
        <option value="5">Last 5 minutes</option>
        <option value="15">Last 15 minutes</option>
        <option value="60">Last hour</option>
      </select>
      <button id="log" type="button" aria-pressed="false">Log scale</button>
      <button id="table-toggle" type="button" aria-pressed="false" aria-controls="table">Table</button>
    </div>
  </header>
  <div id="plot" tabindex="0" role="img" aria-label="Chart of lag over time">
    <p id="empty">The first points come with the next refreshes.</p>
  </div>
  <div class="values"><span id="time"></span><ul id="legend" aria-label="Lag of each series; press one to hide its line"></ul></div>
  <div class="table"><table id="table" hidden></table></div>
  <div id="spoken" class="unseen" role="status" aria-live="polite"></div>
  <script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}
