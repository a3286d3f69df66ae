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
