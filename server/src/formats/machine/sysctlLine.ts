import type { Said } from './lines';

/** `vm.swappiness = 1`, `-net/core/rmem_max=1`; undefined for anything else. */
export function sysctlLine(text: string): Said | undefined {
  const [all, dash = '', name = '', equals = ''] = /^(-?[ \t]*)([\w*./-]+)([ \t]*=[ \t]*)/.exec(text) ?? [];
  const start = dash.length;
  const from = all === undefined ? -1 : start + name.length + equals.length;
  if (from === -1 || !/^(?:vm|net|fs|kernel)[./]/.test(name)) return undefined;
  return { key: sysctlKey(name), name: { start, end: start + name.length }, value: { start: from, end: text.length } };
}

/** The first sign of the two decides which of them separates. */
export function sysctlKey(name: string): string {
  return /^\w+\//.test(name) ? name.replace(/[./]/g, (sign) => (sign === '/' ? '.' : '/')) : name;
}
