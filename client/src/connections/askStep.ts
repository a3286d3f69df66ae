import { type InputBox, QuickInputButtons, type QuickPick, type QuickPickItem, ThemeIcon, Uri, window } from 'vscode';
import type { ChoiceStep, ClusterStep, FileStep, TextStep } from './clusterSteps';
import type { Draft } from './draft';
import type { Answer, StepPlace } from './runSteps';

const BROWSE = { iconPath: new ThemeIcon('folder-opened'), tooltip: 'Choose a file' };

/** Puts one step before a person. `readText` rejects for a file that cannot be read. */
export function askStep(
  title: string,
  step: ClusterStep,
  draft: Draft,
  place: StepPlace,
  readText: (path: string) => Promise<string>,
): Promise<Answer<Draft>> {
  if (step.kind === 'choice') return askChoice(title, step, draft, place);
  return step.kind === 'text' ? askText(title, step, draft, place) : askFile(title, step, draft, place, readText);
}

function askText(title: string, step: TextStep, draft: Draft, place: StepPlace): Promise<Answer<Draft>> {
  const box = inputBox(title, step, draft, place);
  box.placeholder = step.placeholder ?? '';
  box.password = step.isSecret === true;
  // While somebody writes the first letters nothing is wrong yet, so that it is told on Enter and mended as they write.
  box.onDidChangeValue((text) => {
    if (box.validationMessage) box.validationMessage = step.validate(text) ?? '';
  });
  return answerOf(box, async () => {
    const problem = step.validate(box.value);
    box.validationMessage = problem ?? '';
    return problem ? undefined : step.set(draft, box.value);
  });
}

function askFile(
  title: string,
  step: FileStep,
  draft: Draft,
  place: StepPlace,
  readText: (path: string) => Promise<string>,
): Promise<Answer<Draft>> {
  const box = inputBox(title, step, draft, place);
  box.placeholder = 'The path of a PEM file';
  box.buttons = [...box.buttons, BROWSE];
  box.onDidChangeValue(() => {
    box.validationMessage = '';
  });
  box.onDidTriggerButton(async (button) => {
    if (button !== BROWSE) return;
    box.enabled = false;
    const defaultUri = box.value ? Uri.file(box.value) : undefined;
    const [file] = (await window.showOpenDialog({ title: step.prompt, ...(defaultUri && { defaultUri }) })) ?? [];
    if (file) box.value = file.fsPath;
    box.enabled = true;
    box.show();
  });
  return answerOf(box, async () => {
    const path = box.value.trim();
    const content = await readText(path).catch(() => undefined);
    const problem = content === undefined ? `The file ${path} cannot be read.` : step.validate(content);
    box.validationMessage = problem ?? '';
    return problem || content === undefined ? undefined : step.set(draft, path, content);
  });
}

function inputBox(
  title: string,
  step: TextStep | FileStep,
  draft: Draft,
  { step: number, total }: StepPlace,
): InputBox {
  const box = window.createInputBox();
  Object.assign(box, { title, step: number, totalSteps: total, prompt: step.prompt, value: step.value(draft) });
  box.ignoreFocusOut = true;
  box.buttons = number > 1 ? [QuickInputButtons.Back] : [];
  return box;
}

function askChoice(
  title: string,
  step: ChoiceStep,
  draft: Draft,
  { step: number, total }: StepPlace,
): Promise<Answer<Draft>> {
  const list = window.createQuickPick<QuickPickItem & { readonly value: string }>();
  Object.assign(list, { title, step: number, totalSteps: total, placeholder: step.prompt, ignoreFocusOut: true });
  list.items = step.choices(draft);
  list.activeItems = list.items.filter(({ value }) => value === step.value(draft));
  list.buttons = number > 1 ? [QuickInputButtons.Back] : [];
  return answerOf(list, async () => {
    const [chosen] = list.selectedItems;
    return chosen && step.set(draft, chosen.value);
  });
}

/** `take` gives the draft with the answer in it, or undefined when the answer cannot be taken yet. */
function answerOf(
  input: InputBox | QuickPick<QuickPickItem & { readonly value: string }>,
  take: () => Promise<Draft | undefined>,
): Promise<Answer<Draft>> {
  return new Promise((resolve) => {
    const settle = (answer: Answer<Draft>): void => {
      resolve(answer);
      input.dispose();
    };
    input.onDidTriggerButton((button) => button === QuickInputButtons.Back && settle('back'));
    input.onDidAccept(async () => {
      input.busy = true;
      const taken = await take();
      input.busy = false;
      if (taken) settle({ draft: taken });
    });
    // A file dialog hides the box too, which is disabled meanwhile.
    input.onDidHide(() => input.enabled && settle('cancel'));
    input.show();
  });
}
