import type { YamlScalar } from '../nodes';
import { goNumber, goText, isTimestamp } from './goNumbers';
import { snakeText } from './snakeYaml';

/** What a program makes of a scalar: a text, `null`, or undefined where it makes something that is no setting's value. */
export type ScalarReader = (scalar: YamlScalar) => string | null | undefined;

/** The value of a service's variable, as Docker Compose gives it to the container. */
export const composeText: ScalarReader = (scalar) => {
  if (!isPlain(scalar)) return scalar.text;
  const { text } = scalar;
  if (isNull(text)) return null;
  if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(text)) return text.toLowerCase();
  if (isTimestamp(text)) return /^\d{4}-\d\d-\d\d$/.test(text) ? `${text} 00:00:00 +0000 UTC` : undefined;
  if (isInfinite(text)) return undefined;
  const number = goNumber(text);
  return number === undefined ? text : goText(number);
};

/** The value of a resource's field, as Kubernetes turns it into JSON and Java's operators into text. */
export const kubernetesText: ScalarReader = (scalar) => {
  if (!isPlain(scalar)) return scalar.text;
  const { text } = scalar;
  if (isNull(text)) return null;
  if (/^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/.test(text)) return 'true';
  if (/^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/.test(text)) return 'false';
  if (isInfinite(text)) return undefined;
  const number = goNumber(text);
  return number === undefined ? text : String(number);
};

/** The value of a property as Spring's environment has it. */
export const springText: ScalarReader = (scalar) => {
  if (!isPlain(scalar)) return scalar.text;
  // Spring reads an empty value as an empty text.
  return snakeText(scalar.text) ?? '';
};

/** Quoted and block scalars are text, and so is what the author calls one. */
function isPlain({ style, tag }: YamlScalar): boolean {
  return style === 'plain' && tag === undefined;
}

function isNull(text: string): boolean {
  return /^(?:~|null|Null|NULL)?$/.test(text);
}

function isInfinite(text: string): boolean {
  return /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/.test(text);
}
