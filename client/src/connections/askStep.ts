import * as l10n from '@vscode/l10n';
import { type InputBox, QuickInputButtons, ThemeIcon, Uri, window } from 'vscode';
import { createBox, setProblem } from '../shown/inputs';
import { createPick } from '../shown/picks';
import type { Choice, ChoiceStep, ClusterStep, FileStep, TextStep } from './clusterSteps';
import type { Draft } from './draft';
import type { Answer, StepPlace } from './runSteps';

const BROWSE = { iconPath: new ThemeIcon('folder-opened'), tooltip: l10n.t('Choose a file') };

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
    if (box.validationMessage) setProblem(box, step.validate(text));
  });
  return answerOf(box, async () => {
    const problem = step.validate(box.value);
    setProblem(box, problem);
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
  box.placeholder = l10n.t('The path of a PEM file');
  box.buttons = [...box.buttons, BROWSE];
  box.onDidChangeValue(() => setProblem(box, undefined));
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
    const problem = content === undefined ? l10n.t('The file {0} cannot be read.', path) : step.validate(content);
    setProblem(box, problem);
    return problem || content === undefined ? undefined : step.set(draft, path, content);
  });
}

function inputBox(
  title: string,
  step: TextStep | FileStep,
  draft: Draft,
  { step: number, total }: StepPlace,
): InputBox {
  const box = createBox({ title, prompt: step.prompt, value: step.value(draft) });
  Object.assign(box, { step: number, totalSteps: total, ignoreFocusOut: true });
  box.buttons = number > 1 ? [QuickInputButtons.Back] : [];
  return box;
}

function askChoice(
  title: string,
  step: ChoiceStep,
  draft: Draft,
  { step: number, total }: StepPlace,
): Promise<Answer<Draft>> {
  const items = step.choices(draft);
  const list = createPick(title, step.prompt, items);
  Object.assign(list, { step: number, totalSteps: total, ignoreFocusOut: true });
  list.activeItems = list.items.filter(({ item }) => item.value === step.value(draft));
  list.buttons = number > 1 ? [QuickInputButtons.Back] : [];
  return answerOf(list, async () => {
    const [chosen] = list.selectedItems;
    return chosen && step.set(draft, chosen.item.value);
  });
}

/** `take` gives the draft with the answer in it, or undefined when the answer cannot be taken yet. */
function answerOf(
  input: InputBox | ReturnType<typeof createPick<Choice>>,
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
