// The walkthrough: as it opens, and done from its first step to its last as it says.

const STEP = '.getting-started-step';

/** @type {import('./scenes.mjs').Scene[]} */
export const WALKTHROUGH_SCENES = [
  { name: 'walkthrough', show: openWalkthrough },
  { name: 'walkthrough-done', show: doWalkthrough },
];

async function openWalkthrough({ page, see }) {
  const row = page.locator('.quick-input-list .monaco-list-row.focused');
  const input = page.locator('.quick-input-widget input');
  await page.keyboard.press('F1');
  await input.fill('>Welcome: Open Walkthrough');
  await row.filter({ hasText: 'Open Walkthrough' }).waitFor();
  await page.keyboard.press('Enter');
  await input.fill('Kafka Config Lint');
  await row.filter({ hasText: 'Kafka Config Lint' }).waitFor();
  await page.keyboard.press('Enter');
  await see(STEP);
}

async function doWalkthrough(window) {
  const { page } = window;
  await openWalkthrough(window);
  await step(window, 'Open a Kafka configuration', async () => {
    await press(page, 'Open a File');
    await chooseFirst(page, 'clients/producer.properties', 'producer.properties');
    await window.see('.squiggly-error, .squiggly-warning');
  });
  await step(window, 'Fix what is wrong', async () => {
    await inFile(window, 'Kafka Lint: Fix All Safe Problems');
    await page.locator('.notification-toast', { hasText: 'Fixed' }).waitFor();
  });
  await step(window, 'Tune for what you need', async () => {
    await inFile(window, 'Kafka Lint: Apply Preset');
    await chooseFirst(page, 'throughput');
    await page.locator('.quick-input-widget', { hasText: 'Preset throughput' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'linger.ms=' }).first().waitFor();
  });
  await step(window, 'Say which Kafka you run', async () => {
    await inFile(window, 'Kafka Lint: Set Kafka Version');
    await chooseFirst(page, '3.9');
    await chooseFirst(page, 'In this file');
    await page.locator('.view-line', { hasText: 'version=3.9' }).first().waitFor();
  });
  await step(window, 'Watch consumer lag', async () => {
    await press(page, 'Add a Cluster');
    await page.locator('.quick-input-title', { hasText: 'Add a Kafka Cluster' }).waitFor();
    await page.keyboard.press('Escape');
  });
}

/** Does what a step says, and waits until VS Code ticks it off. */
async function step(window, title, act) {
  const { page } = window;
  const row = page.locator(STEP, { hasText: title });
  await openWalkthrough(window);
  if (!(await row.locator('.step-description-container').isVisible())) await row.click();
  await window.shot(`walkthrough ${title}`.replaceAll(' ', '-').toLowerCase());
  await act();
  await openWalkthrough(window);
  await row.locator('.codicon-getting-started-step-checked.complete').waitFor();
}

/** The button of the step that is open. */
function press(page, label) {
  return page.locator(`${STEP}.expanded .monaco-button`, { hasText: label }).click();
}

/** What a step does to a file is done where the file is. */
async function inFile(window, command) {
  await window.page.keyboard.press('Control+P');
  await chooseFirst(window.page, 'clients/producer.properties', 'producer.properties');
  await window.see('.tab.active[data-resource-name="producer.properties"]');
  await window.page.keyboard.press('F1');
  const input = window.page.locator('.quick-input-widget input');
  await input.waitFor();
  await input.fill(`>${command}`);
  await window.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: command }).waitFor();
  await window.page.keyboard.press('Enter');
}

/** Types into the box that has opened, once it lists something, and takes the first that it offers. */
async function chooseFirst(page, text, shown = text) {
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await page.keyboard.type(text);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: shown }).waitFor();
  await page.keyboard.press('Enter');
}
