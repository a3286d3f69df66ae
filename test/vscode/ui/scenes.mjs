// What is worth a picture. Each scene starts in a window of its own on a fresh copy of the examples.

/** @type {{ name: string, show(window: import('./window.mjs').Window): Promise<void> }[]} */
export const SCENES = [
  {
    name: 'problems',
    async show(window) {
      await window.open('clients/producer.properties');
      await window.see('.squiggly-error, .squiggly-warning');
      await window.page.keyboard.press('Control+Shift+M');
      await window.see('.markers-panel .monaco-list-row');
    },
  },
];
