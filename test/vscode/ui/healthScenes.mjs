// Scenes of the view of configuration health.
const ROW = '.pane-body .monaco-list-row';

/** @type {import('./scenes.mjs').Scene[]} */
export const HEALTH_SCENES = [
  { name: 'health-welcome', show: openSidebar },
  { name: 'health', show: showHealth },
  { name: 'health-by-rule', show: showByRule },
  { name: 'checklist', show: showChecklist },
];

async function openSidebar(window) {
  await window.page.locator('.activitybar .action-item a[aria-label^="Kafka"]').first().click();
  await window.page.locator('.pane-header', { hasText: 'Configuration Health' }).waitFor();
}

async function lint(window) {
  await openSidebar(window);
  // The other views have nothing to show, and leave their room.
  for (const title of ['Consumer Lag', 'Cluster']) {
    await window.page.locator('.pane-header.expanded', { hasText: title }).first().click();
  }
  await window.command('Kafka Lint: Lint Workspace');
  await window.page.locator(ROW, { hasText: 'Files Read' }).waitFor();
}

async function showHealth(window) {
  await lint(window);
  for (const label of ['Errors', 'Files Read', 'Files That Belong Together']) await fold(window, label);
  const cluster = window.page.locator(ROW, { hasText: /brokers? · / }).first();
  await cluster.locator('.monaco-tl-twistie').click();
  await window.page.locator(ROW, { hasText: 'connects to' }).first().waitFor();
}

async function showByRule(window) {
  await lint(window);
  await window.page.locator('.pane-header', { hasText: 'Configuration Health' }).hover();
  await window.page.locator('.pane-header:hover .codicon-toolbar-more').click();
  await window.page.locator('.action-label', { hasText: 'Group by Rule' }).click();
  await window.page.locator(ROW, { hasText: '/' }).first().waitFor();
}

async function fold(window, label) {
  await window.page.locator(ROW, { hasText: label }).first().locator('.monaco-tl-twistie').click();
}

async function showChecklist(window) {
  await openSidebar(window);
  // The other views have nothing to show, and leave their room.
  for (const title of ['Consumer Lag', 'Cluster', 'Configuration Health']) {
    await window.page.locator('.pane-header.expanded', { hasText: title }).first().click();
  }
  await window.command('Kafka Lint: Refresh Production Checklist');
  await window.page
    .locator(ROW, { hasText: /of \d+ pass \(/ })
    .first()
    .waitFor();
  await window.page.locator(ROW, { hasText: 'Keep log segments large' }).locator('.monaco-tl-twistie').click();
}
