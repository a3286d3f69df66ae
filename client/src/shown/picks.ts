import { type QuickPick, type QuickPickItem, type QuickPickOptions, window } from 'vscode';
import { plainText } from './plainText';

type PickOptions = Pick<QuickPickOptions, 'title' | 'placeHolder' | 'matchOnDetail'>;

export async function pickOne<Item extends QuickPickItem>(
  items: readonly Item[],
  options: PickOptions,
): Promise<Item | undefined> {
  const picked = await window.showQuickPick(items.map(shownItem), plainOptions(options));
  return picked?.item;
}

export async function pickMany<Item extends QuickPickItem>(
  items: readonly Item[],
  options: PickOptions,
): Promise<readonly Item[] | undefined> {
  const picked = await window.showQuickPick(items.map(shownItem), { ...plainOptions(options), canPickMany: true });
  return picked?.map(({ item }) => item);
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
