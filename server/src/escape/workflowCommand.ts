import { terminalText } from './terminal';

/** The message of a workflow command of GitHub, which ends with its line. */
export function commandData(text: string): string {
  const lines = text.split(/\r\n|[\r\n]/).map(terminalText);
  return lines.map((line) => line.replaceAll('%', '%25')).join('%0A');
}

/** A property of a workflow command. */
export function commandProperty(text: string): string {
  return commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
