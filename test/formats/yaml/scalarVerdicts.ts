import {
  composeText,
  kubernetesText,
  type ScalarReader,
  springText,
} from '../../../server/src/formats/yaml/scalars/scalarText';

/** What the programs themselves make of a plain scalar; Kubernetes' answer is the JSON of `{ v: … }`. */
export interface Judged {
  readonly text: string;
  readonly compose: string | null;
  readonly kubernetes: string | null;
  readonly spring: string | null;
}

export function wrongScalars(judged: readonly Judged[]): string[] {
  return judged.flatMap(({ text, compose, kubernetes, spring }) => [
    ...differing('compose', text, own(composeText, text), compose),
    ...differing(
      'kubernetes',
      text,
      own(kubernetesText, text),
      kubernetes === 'refused' ? kubernetes : textOfJson(kubernetes),
    ),
    ...differing('spring', text, own(springText, text), spring),
  ]);
}

function own(read: ScalarReader, text: string): string | null {
  const answer = read({ kind: 'scalar', style: 'plain', text, span: { start: 0, end: text.length } });
  return answer === undefined ? 'refused' : answer;
}

function differing(name: string, text: string, ours: string | null, theirs: string | null): string[] {
  // Java prints numbers of 17 digits differently from release to release.
  if (name === 'spring' && /E(?:1[5-9]|[2-9]\d|-)/.test(theirs ?? '')) return [];
  return ours === theirs ? [] : [`${name} ${text}: ${theirs}, not ${ours}`];
}

function textOfJson(json: string | null): string | null {
  const source = /^\{"v":(.*)\}$/.exec(json ?? '')?.[1] ?? 'null';
  // A whole number of any size stays as it is written there.
  if (/^-?[1-9]\d*$/.test(source)) return source;
  const value: unknown = JSON.parse(source);
  return value === null ? null : String(value);
}
