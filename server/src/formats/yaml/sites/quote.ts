import type { YamlScalar } from '../nodes';
import type { ScalarReader } from '../scalars/scalarText';

/** How one program writes and reads the values of its settings. */
export interface Dialect {
  readonly read: ScalarReader;
  /** What has to be written so that the program sees the text: compose wants each `$` twice. */
  escape?(value: string): string;
}

/** Line ends and tabs among them: only double quotes can say these. */
const CONTROL = /\p{Cc}/u;

type Style = YamlScalar['style'];

/** The source of a scalar that its program reads as the text, in the style of the one before where that can be. */
export function scalarSource(text: string, style: Style, dialect: Dialect, flow: boolean): string {
  const escaped = dialect.escape ? dialect.escape(text) : text;
  if (style === 'single' && !CONTROL.test(escaped)) return `'${escaped.replaceAll("'", "''")}'`;
  if (style === 'double') return JSON.stringify(escaped);
  const isText =
    dialect.read({ kind: 'scalar', style: 'plain', text: escaped, span: { start: 0, end: 0 } }) === escaped;
  return isText && isPlain(escaped, flow) ? escaped : JSON.stringify(escaped);
}

/** Keys are text in every program. */
export function keySource(key: string, flow: boolean): string {
  const isText = !/^(?:~|null|true|false|yes|no|on|off|y|n|<<)$/i.test(key) && !/^[-+.\d][\d._]*$/.test(key);
  return isText && isPlain(key, flow) ? key : JSON.stringify(key);
}

/** Whether the text can stand without quotes. */
export function isPlain(text: string, flow: boolean): boolean {
  if (text === '' || CONTROL.test(text) || /^\s|\s$|:\s|\s#|:$|^(?:---|\.\.\.)/.test(text)) return false;
  if (/^[,[\]{}#&*!|>'"%@`]/.test(text) || /^[-?:](?:\s|$)/.test(text)) return false;
  return !(flow && /[,[\]{}]/.test(text));
}
