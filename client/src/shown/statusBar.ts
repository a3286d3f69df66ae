import { type LanguageStatusItem, languages, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import { plainText } from './plainText';

export interface BarTexts {
  /** One of VS Code's icons, before the text. */
  readonly icon: string;
  readonly text: string;
  readonly tooltip: string;
  readonly accessibleName: string;
}

export function createBarItem(id: string): StatusBarItem {
  return window.createStatusBarItem(id, StatusBarAlignment.Left, -100);
}

export function writeBar(item: StatusBarItem, { icon, text, tooltip, accessibleName }: BarTexts): void {
  item.text = `$(${icon}) ${plainText(text)}`;
  item.tooltip = tooltip;
  item.accessibilityInformation = { label: accessibleName };
}

export function createLanguageItem(id: string): LanguageStatusItem {
  return languages.createLanguageStatusItem(id, []);
}

/** VS Code makes links and icons of the detail too. */
export function writeLanguageItem(item: LanguageStatusItem, text: string, detail: string): void {
  item.text = plainText(text);
  item.detail = plainText(detail);
}
