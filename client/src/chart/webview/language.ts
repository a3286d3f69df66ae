import { config } from '@vscode/l10n';

// The page's entry imports this first. VS Code gives its pages no texts, so that the extension hands them over with the page.
const { texts } = document.documentElement.dataset;
if (texts) config({ contents: JSON.parse(texts) });
