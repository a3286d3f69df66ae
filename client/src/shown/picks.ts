import { type QuickPick, type QuickPickItem, type QuickPickOptions, ThemeIcon, window } from 'vscode';
import { plainText } from './plainText';

type PickOptions = Pick<QuickPickOptions, 'title' | 'placeHolder' | 'matchOnDetail'>;

export async function pickOne<Item extends QuickPickItem>(
  items: readonly Item[],
  options: PickOptions,
): Promise<Item | undefined> {
  const picked = await window.showQuickPick(items.map(shownItem), plainOptions(options));
  return picked?.item;
}

/** As `pickOne`, with the present choice under the caret, so that Enter keeps it. */
export async function pickFromPresent<Item extends QuickPickItem>(
  items: readonly Item[],
  placeholder: string,
  isPresent: (item: Item) => boolean,
): Promise<Item | undefined> {
  const list = createPick('', placeholder, items);
  list.matchOnDescription = true;
  list.activeItems = list.items.filter(({ item }) => isPresent(item));
  return (await answerOf(list))?.item;
}

interface ManyOptions<Item> {
  readonly title: string;
  readonly placeHolder: string;
  /** A button of the list, which leaves it open. */
  readonly button: { readonly icon: string; readonly tooltip: string; press(chosen: readonly Item[]): void };
}

/** Items that stay ticked, those that are `picked` to begin with; undefined when the list is left. */
export function pickMany<Item extends QuickPickItem>(
  items: readonly Item[],
  { title, placeHolder, button }: ManyOptions<Item>,
): Promise<readonly Item[] | undefined> {
  const list = createPick(title, placeHolder, items);
  list.canSelectMany = true;
  list.matchOnDetail = true;
  // Whoever looks at what the button shows comes back to the list.
  list.ignoreFocusOut = true;
  list.selectedItems = list.items.filter(({ picked }) => picked);
  list.buttons = [{ iconPath: new ThemeIcon(button.icon), tooltip: button.tooltip }];
  const chosen = (): readonly Item[] => list.selectedItems.map(({ item }) => item);
  list.onDidTriggerButton(() => button.press(chosen()));
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      resolve(chosen());
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

type Shown<Item extends QuickPickItem> = QuickPickItem & { readonly item: Item };

/** A list that its caller follows, shows and disposes of. */
export function createPick<Item extends QuickPickItem>(
  title: string,
  placeholder: string,
  items: readonly Item[],
): QuickPick<Shown<Item>> {
  const list = window.createQuickPick<Shown<Item>>();
  list.title = plainText(title);
  list.placeholder = plainText(placeholder);
  list.items = items.map(shownItem);
  return list;
}

/** Shows the list until a person accepts, with what is active and what is written then, or gives up; it is gone after. */
export function answerOf<Item extends QuickPickItem>(
  list: QuickPick<Shown<Item>>,
): Promise<{ readonly item: Item | undefined; readonly value: string } | undefined> {
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      resolve({ item: list.activeItems[0]?.item, value: list.value });
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

function plainOptions({ title, placeHolder, ...rest }: PickOptions): PickOptions {
  return {
    ...rest,
    ...(title !== undefined && { title: plainText(title) }),
    ...(placeHolder !== undefined && { placeHolder: plainText(placeHolder) }),
  };
}

function shownItem<Item extends QuickPickItem>(item: Item): Shown<Item> {
  const { kind, label, description, detail, iconPath, picked } = item;
  return {
    item,
    label: plainText(label),
    ...(kind !== undefined && { kind }),
    ...(iconPath !== undefined && { iconPath }),
    ...(picked !== undefined && { picked }),
    ...(description !== undefined && { description: plainText(description) }),
    ...(detail !== undefined && { detail: plainText(detail) }),
  };
}
