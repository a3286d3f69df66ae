import * as l10n from '@vscode/l10n';

/** `Fixed 3 problems. 2 findings are left, which need a decision of yours (Ctrl+. at each).` */
export function fixedText({ applied, remaining }: { readonly applied: number; readonly remaining: number }): string {
  if (applied === 0 && remaining === 0) return l10n.t('This file has no findings.');
  return `${fixed(applied)} ${left(remaining)}`;
}

function fixed(applied: number): string {
  if (applied === 0) return l10n.t('Nothing to fix safely.');
  return applied === 1 ? l10n.t('Fixed 1 problem.') : l10n.t('Fixed {0} problems.', applied);
}

function left(remaining: number): string {
  if (remaining === 0) return l10n.t('No findings are left.');
  return remaining === 1
    ? l10n.t('1 finding is left, which needs a decision of yours (Ctrl+. at it).')
    : l10n.t('{0} findings are left, which need a decision of yours (Ctrl+. at each).', remaining);
}
