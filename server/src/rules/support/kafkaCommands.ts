/** How Kafka's own tools reach a cluster. */
export interface ToolTarget {
  readonly bootstrapServer: string;
  readonly commandConfig?: string;
}

/** The entity of `kafka-configs.sh`; without a name the default of its kind. */
export interface ConfigEntity {
  readonly type: 'brokers' | 'topics';
  readonly name?: string;
}

/** What is to be set, and what is to go back to what holds without it. */
export interface ConfigChange {
  readonly add?: readonly (readonly [key: string, value: string])[];
  readonly remove?: readonly string[];
}

/** Changes the configuration of what runs, as a line for a POSIX shell. */
export function configsCommand(target: ToolTarget, { type, name }: ConfigEntity, change: ConfigChange): string {
  const added = (change.add ?? []).map(([key, value]) => `${key}=${listed(value)}`);
  const removed = change.remove ?? [];
  return [
    'kafka-configs.sh',
    reached(target),
    `--entity-type ${type}`,
    name === undefined ? '--entity-default' : `--entity-name ${quoted(name)}`,
    '--alter',
    ...(added.length > 0 ? [`--add-config ${quoted(added.join(','))}`] : []),
    ...(removed.length > 0 ? [`--delete-config ${quoted(removed.join(','))}`] : []),
  ].join(' ');
}

/** Gives a topic more partitions. */
export function partitionsCommand(target: ToolTarget, topic: string, partitions: number): string {
  return `kafka-topics.sh ${reached(target)} --alter --topic ${quoted(topic)} --partitions ${partitions}`;
}

function reached({ bootstrapServer, commandConfig }: ToolTarget): string {
  const servers = `--bootstrap-server ${quoted(bootstrapServer)}`;
  return commandConfig === undefined ? servers : `${servers} --command-config ${quoted(commandConfig)}`;
}

/** The tool takes commas for the next key unless brackets are around the value. */
function listed(value: string): string {
  return value.includes(',') ? `[${value}]` : value;
}

/** As a POSIX shell takes it for one word. */
function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
