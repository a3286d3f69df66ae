import { type Disposable, type Event, window } from 'vscode';

/** How long something may take to come about, in milliseconds. */
const LIMIT_MS = 20_000;

/** Resolves once a condition holds, looked at again with each event; rejects with a description when it does not. */
export function until(
  holds: () => boolean,
  event: Event<unknown>,
  describe: () => string,
  limitMs = LIMIT_MS,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (holds()) settle(resolve);
    };
    const subscription: Disposable = event(look);
    const timer = setTimeout(() => settle(() => reject(new Error(describe()))), limitMs);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      subscription.dispose();
      act();
    };
    look();
  });
}

/** Resolves once the active tab's label matches. */
export function untilTab(label: RegExp): Promise<void> {
  const active = (): string => window.tabGroups.activeTabGroup.activeTab?.label ?? 'none';
  return until(
    () => label.test(active()),
    window.tabGroups.onDidChangeTabs,
    () => `The active tab is ${active()}, not ${label}.`,
  );
}
