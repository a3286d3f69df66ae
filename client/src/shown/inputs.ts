import { type InputBox, window } from 'vscode';
import { plainText } from './plainText';

/** `value` is the person's own to change, and stays as it is. */
export interface BoxTexts {
  readonly title: string;
  readonly prompt?: string;
  readonly placeholder?: string;
  readonly value: string;
}

/** A box that its caller follows, shows and disposes of. */
export function createBox({ title, prompt, placeholder, value }: BoxTexts): InputBox {
  const texts = {
    title: plainText(title),
    ...(prompt !== undefined && { prompt: plainText(prompt) }),
    ...(placeholder !== undefined && { placeholder: plainText(placeholder) }),
  };
  return Object.assign(window.createInputBox(), texts, { value });
}

/** Says below the box why its value cannot be taken; nothing takes the word back. */
export function setProblem(box: InputBox, problem: string | undefined): void {
  box.validationMessage = problem === undefined ? '' : plainText(problem);
}

/** Undefined when the person gives up. */
export function askText({ title, prompt = '', value }: BoxTexts): Thenable<string | undefined> {
  return window.showInputBox({ title: plainText(title), prompt: plainText(prompt), value });
}
