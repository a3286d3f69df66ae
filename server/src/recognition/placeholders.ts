/** True for a key that a template engine makes or a line that is the engine's own, such as `{% if tls %}`. */
export function isTemplateKey(key: string): boolean {
  return /\{\{|\{%|\{#|<%|%\}|\}\}|#\}|%>|\$\{|\$\(/.test(key);
}

/** True when a template engine adds, drops or repeats lines, so that neither absence nor repetition tells anything. */
export function hasTemplateBlocks(text: string): boolean {
  return /\{%|\{\{|<%/.test(text);
}
