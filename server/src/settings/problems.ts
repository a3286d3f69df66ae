/** Where in the settings something is: `['overrides', 0, 'role']`. */
export type SettingsPath = readonly (string | number)[];

export interface SettingsProblem {
  readonly path: SettingsPath;
  /** A sentence that names the key and the way out. */
  readonly message: string;
}

/** Says that the value at `path` is wrong, and what it should be. */
export type Complain = (path: SettingsPath, expected: string) => void;

/** `overrides[0].rules["producer/linger-zero"]` */
export function pathText(path: SettingsPath): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    if (!/^[\w$]+$/.test(part)) return `${text}["${part}"]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}
