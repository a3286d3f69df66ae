/** `Fixed 3 problems; 2 findings are left, which need a decision of yours (Ctrl+.).` */
export function fixedText({ applied, remaining }: { readonly applied: number; readonly remaining: number }): string {
  const fixed =
    applied === 0 ? 'Nothing to fix safely' : `Fixed ${applied === 1 ? '1 problem' : `${applied} problems`}`;
  if (remaining === 0) return applied === 0 ? 'This file has no findings.' : `${fixed}; no findings are left.`;
  const left = remaining === 1 ? '1 finding is left, which needs' : `${remaining} findings are left, which need`;
  return `${fixed}; ${left} a decision of yours (Ctrl+. at each).`;
}
