const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----((?:(?!-----)[\s\S])*)-----END \1-----/g;
const LINE = 64;

/**
 * The PEM blocks of a text with the line breaks that OpenSSL needs. Kafka also reads a block that continuation lines
 * have joined into one line, as they stand in .properties files. Empty when the text has no block.
 */
export function normalisePem(text: string): string {
  return [...text.matchAll(BLOCK)].map(([whole, label = '', body = '']) => block(whole, label, body)).join('');
}

function block(whole: string, label: string, body: string): string {
  // Headers such as `Proc-Type:` belong to their lines, so such a block stays as it is.
  if (body.includes(':')) return `${whole}\n`;
  const base64 = body.replace(/\s+/g, '');
  const lines = base64.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
