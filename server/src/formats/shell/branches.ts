import type { Word } from './words';

interface Frame {
  readonly id: number;
  readonly kind: 'if' | 'case' | 'function' | 'group';
  /** Which of its alternatives is being read. */
  arm: number;
}

export interface Branches {
  /** The branch that the next command stands in: what is in two of them may never run together. */
  of(words: readonly Word[]): string;
  /** What stands between two commands: `;`, `;;`, `&&`, the end of a line. */
  separated(sign: string): void;
}

/** Follows a script through its conditions and functions, also those of Jinja, to tell what runs together for sure. */
export function branchesOfScript(): Branches {
  const frames: Frame[] = [];
  let count = 0;
  // Behind `&&` and `||` until the list of commands ends.
  let list = 0;
  let isFunction = false;
  const open = (kind: Frame['kind']): void => {
    frames.push({ id: ++count, kind, arm: 0 });
  };
  const close = (...kinds: readonly Frame['kind'][]): void => {
    const index = frames.findLastIndex(({ kind }) => kinds.includes(kind));
    if (index >= 0) frames.length = index;
  };
  const turn = (kind: Frame['kind']): void => {
    const index = frames.findLastIndex((frame) => frame.kind === kind);
    const frame = frames[index];
    if (!frame) return;
    frames.length = index + 1;
    frame.arm++;
  };
  const openBrace = (): void => {
    open(isFunction || list > 0 ? 'function' : 'group');
    isFunction = false;
  };
  /** True where a command may follow the keyword. */
  const keyword = (word: string, words: readonly Word[]): boolean => {
    if (word === 'if') open('if');
    else if (word === 'elif' || word === 'else') turn('if');
    else if (word === 'fi') close('if');
    else if (word === 'case') open('case');
    else if (word === 'esac') close('case');
    else if (word === '{') openBrace();
    else if (word === '}') close('function', 'group');
    else if (word === 'function') {
      isFunction = true;
      if (words.at(-1)?.text === '{') openBrace();
    }
    return /^(?:if|elif|else|then|do|while|until|!|time|\{)$/.test(word);
  };
  return {
    of: (words) => {
      const template = /^\{%[-+]?$/.test(words[0]?.text ?? '') ? words[1]?.text : undefined;
      if (template !== undefined) keyword(template === 'endif' ? 'fi' : template, []);
      else words.some(({ text }) => !keyword(text, words));
      const path = frames.filter(({ kind }) => kind !== 'group').map(({ id, arm }) => `${id}.${arm}`);
      return [...path, ...(list > 0 ? [`list${list}`] : [])].join('/');
    },
    separated: (sign) => {
      if (sign === '()') isFunction = true;
      else if (sign.startsWith(';;')) turn('case');
      if (sign === '||') list = ++count;
      else if (sign === '&&') list ||= ++count;
      else if (sign !== '|' && sign !== '()') list = 0;
    },
  };
}
