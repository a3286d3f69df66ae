const KAFKA = /kafka|kraft/i;

/** Where a folder of this name holds settings of one service, the folder above tells whose. */
const FOLDERS = 3;

/** A file whose own name, or that of a folder right above it, tells that it is for Kafka. */
export function isNamedForKafka(path: string): boolean {
  return path
    .split(/[/\\]/)
    .slice(-1 - FOLDERS)
    .some((part) => KAFKA.test(part));
}

/** A host has one file of a kind for everything that runs on it: only one that names Kafka is Kafka's. */
export function isAboutKafka(path: string, text: string): boolean {
  return isNamedForKafka(path) || KAFKA.test(text);
}

/** Made for Kafka alone: by its own name, or by a comment at its top. */
export function isDedicated(path: string, text: string): boolean {
  const name = path.split(/[/\\]/).slice(-2);
  return name.some((part) => KAFKA.test(part)) || /^(?:\s*[#;][^\n]*\n){0,5}\s*[#;][^\n]*kafka/i.test(text);
}
