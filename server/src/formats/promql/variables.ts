/**
 * The expression with something of the same length in the place of each variable of Grafana, since PromQL has none. What
 * is in quotes stays.
 */
export function withoutVariables(text: string): string {
  return text.replace(TOKEN, (token, variable: string | undefined, offset: number) => {
    if (variable === undefined) return token;
    const isRange = /[[:]\s*$/.test(text.slice(Math.max(0, offset - 3), offset));
    return isRange ? '1m'.padEnd(token.length) : `v${'_'.repeat(token.length - 1)}`;
  });
}

const TOKEN = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|(\$\{[^{}]*\}|\$\w+|\[\[\w+\]\])/g;
