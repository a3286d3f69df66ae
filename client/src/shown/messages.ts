import { type Disposable, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { MessageType, ShowMessageNotification } from 'vscode-languageclient';
import { plainText } from './plainText';

type Answer = Thenable<string | undefined>;

export function showInformation(message: string, ...buttons: readonly string[]): Answer {
  return window.showInformationMessage(plainText(message), ...buttons);
}

export function showWarning(message: string, ...buttons: readonly string[]): Answer {
  return window.showWarningMessage(plainText(message), ...buttons);
}

export function showError(message: string, ...buttons: readonly string[]): Answer {
  return window.showErrorMessage(plainText(message), ...buttons);
}

/** Asks in a dialog, which wants an answer before anything else. */
export function askInDialog(kind: 'warning' | 'error', message: string, detail: string, ...buttons: string[]): Answer {
  const ask = kind === 'warning' ? window.showWarningMessage : window.showErrorMessage;
  return ask(plainText(message), { modal: true, detail: plainText(detail) }, ...buttons);
}

/** Takes the place of the client library, which hands what the server says to VS Code as it is. */
export function showServerMessages(client: BaseLanguageClient): Disposable {
  return client.onNotification(ShowMessageNotification.type, ({ type, message }) => {
    const show = type === MessageType.Error ? showError : type === MessageType.Warning ? showWarning : showInformation;
    void show(message);
  });
}
