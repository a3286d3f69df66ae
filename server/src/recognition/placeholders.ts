/**
 * Whether a value holds a placeholder that some tool fills in before Kafka sees it, so that it cannot be known
 * here. Kafka's own uses of `$` stay literal: rules such as `RULE:^CN=(.*?)$/$1/L`, regular expressions, and
 * dollar signs in passwords.
 */
export function hasPlaceholder(text: string): boolean {
  return MAYBE.test(text) && PLACEHOLDERS.some((placeholder) => placeholder.test(text));
}

const MAYBE = /[$<{%@]|__|:[A-Z_]+:/;

// No pattern may start again inside what it has already walked over: a value can be a megabyte long.
const PLACEHOLDERS: readonly RegExp[] = [
  // Shell, Maven, Spring, Kafka's config providers: ${NAME}, ${env:NAME}, ${file:/secrets:key}.
  /\$\{/,
  // Jinja, Helm, Go and Mustache templates; ERB.
  /\{\{/,
  /\{%/,
  /<%/,
  // Kubernetes and shell commands: $(NAME).
  /\$\([A-Za-z_]/,
  // A whole shell word, since $1 and a $ before a delimiter are Kafka's own.
  /(?:^|[\s,:/="'@])\$[A-Za-z_]/,
  // <YOUR_HOST>, <kafka-broker-fqdn>, <confluent cloud api key>; an email address or a comparison is none.
  /<[A-Za-z][\w .:/-]*>/,
  // __KAFKA_BROKERS__ for sed, but not the name of an internal topic such as __consumer_offsets.
  /__[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*__/,
  // %KAFKA_HOST% and @KAFKA_HOST@, whole words.
  /%[A-Za-z_][\w.]*%/,
  /@[A-Za-z_][\w.]*@/,
  // _{HOSTNAME_COMMAND}
  /_\{[A-Z_]+\}/,
  // :KAFKA_HOST:
  /(?:^|[\s="',]):[A-Z][A-Z0-9_]*:/,
];

/** True for a key that a template engine makes or a line that is the engine's own, such as `{% if tls %}`. */
export function isTemplateKey(key: string): boolean {
  return /\{\{|\{%|\{#|<%|%\}|\}\}|#\}|%>|\$\{|\$\(/.test(key);
}

/** True when a template engine adds, drops or repeats lines, so that neither absence nor repetition tells anything. */
export function hasTemplateBlocks(text: string): boolean {
  return /\{%|\{\{|<%/.test(text);
}
