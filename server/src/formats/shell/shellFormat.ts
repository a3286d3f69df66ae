import type { ConfigDocument } from '../../model/document';
import type { Machine } from '../../model/machine';
import type { Span } from '../../model/span';
import { behindLast } from '../containers/environmentFile';
import { couldBeRead, emptyDocument, type Format, type ParseInput } from '../format';
import { isDedicated } from '../machine/about';
import { isForJvm, jvmDraft } from '../machine/jvmDraft';
import { isKafkaUser, limitName } from '../machine/limitsLine';
import { linkLast } from '../overridden';
import { documentOf } from '../sites/document';
import { lineAtSpan, renderAll, withEmbedded } from '../sites/embedded';
import type { PlacedDraft } from '../sites/placedDraft';
import { siteOf } from '../sites/site';
import { files } from './files';
import { type Command, readScript, type Script } from './read';
import { type HostSetting, hostSettings, targetOf } from './settings';
import { holderOf, variablesOf } from './variables';

/** What scripts set of a host that runs Kafka, and the flags with which they start it. */
export const shellFormat: Format = {
  files,
  parse,
  render: renderAll,
  comments: {
    line: (text) => `# ${text}`,
    top: ({ text }) => /^\ufeff?(?:#![^\n]*\n)?/.exec(text)?.[0].length ?? 0,
    placeOf: lineAtSpan,
  },
};

function parse(input: ParseInput): ConfigDocument {
  const { text } = input;
  if (!couldBeRead(files, text)) return emptyDocument(files, input);
  const script = readScript(text);
  const { comments } = script;
  const own = documentOf(files, input, { drafts: draftsOf(script, input), comments, isUncertain: () => false });
  const blocks = script.hereDocuments.flatMap(({ span, command }) => {
    const path = targetOf(command)?.text ?? '';
    // Whose files these are the script around them tells.
    return HOST_FILES.test(path) ? [{ block: { span, indentation: 0 }, path: `kafka${path}` }] : [];
  });
  return withEmbedded(own, { blocks, comments }, input);
}

const HOST_FILES = /^\/etc\/(?:sysctl|security\/limits|systemd\/system|udev)[\w./@-]*$/;

function draftsOf({ commands }: Script, { path, text }: ParseInput): PlacedDraft[] {
  const process = processOf(text, path);
  const machine = { dedicated: isDedicated(path, text), ...(process && { process }) };
  const span = { start: 0, end: text.length };
  const boots = AT_BOOT.test(path) || /^#(?:cloud-config|cloud-boothook)/.test(text);
  const around = { span };
  // Of two branches only one may run, so that what stands in them is never held against each other.
  const hosts = groupsOf(commands, ({ branch }) => branch).flatMap((group) => {
    const settings = group.flatMap(hostSettings);
    return [
      ...draftOf(settings, 'kernel', { reader: 'script', persistent: boots, ...machine }, around),
      ...draftOf(settings, 'sysctl', { reader: 'task', persistent: true, ...machine }, around),
      ...draftOf(settings, 'limits', { reader: 'limits', persistent: true, ...machine }, around),
    ];
  });
  // A script that asks for the version of Java has flags for each of them.
  return OF_EACH_JAVA.test(text) ? hosts : [...hosts, ...jvmDrafts(commands, span, process)];
}

function groupsOf(commands: readonly Command[], keyOf: (command: Command) => string): Command[][] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) groups.set(keyOf(command), [...(groups.get(keyOf(command)) ?? []), command]);
  return [...groups.values()];
}

function jvmDrafts(commands: readonly Command[], span: Span, process: Machine['process']): PlacedDraft[] {
  const setting = commands.filter((command) => variablesOf(command).some(({ key }) => isForJvm(key)));
  const groups = groupsOf(setting, holderOf);
  return groups.flatMap((group) => {
    const variables = linkLast(group.flatMap(variablesOf));
    const started = group[0] && holderOf(group[0]) !== group[0].branch ? startedBy(group[0], process) : process;
    const place = behindLast(variables);
    const isPart = groups.length > 1 || group.some(({ branch }) => branch !== '');
    return jvmDraft(variables, { span, place, isPart, ...(started && { process: started }) }) ?? [];
  });
}

/** What a command runs that gets variables of its own. */
function startedBy({ words }: Command, process: Machine['process']): Machine['process'] {
  const text = words.map((word) => word.text).join(' ');
  if (/kafka-server-start|\bkafka\.Kafka\b/.test(text)) return 'server';
  return words.some(({ text: word, dynamic }) => dynamic && !word.includes('=')) ? process : 'other';
}

const OF_EACH_JAVA = /JAVA_(?:MAJOR_)?VERSION|\bjava\S* -version/;

/** Scripts that run whenever a machine or a container starts. */
const AT_BOOT = /user[-_]?data|cloud[-_]?init|rc\.local|entrypoint|boot|startup/i;

function draftOf(
  settings: readonly HostSetting[],
  into: HostSetting['into'],
  machine: Machine,
  { span }: { readonly span: PlacedDraft['span'] },
): PlacedDraft[] {
  const own = settings.filter((setting) => setting.into === into && isOfKafka(setting.domain));
  // Branches of a script may set the same thing to other values, so that no command makes another one useless.
  const entries = own.map(({ entry }) => entry);
  const last = entries.at(-1);
  if (!last) return [];
  const domain = own[0]?.domain ?? '*';
  return [
    {
      entries,
      span,
      role: 'host',
      completeness: 'fragment',
      machine,
      ...(into === 'limits' && { written: (key) => limitName(domain, key) }),
      place: { add: (text, setting) => siteOf(last)?.add(text, setting) },
    },
  ];
}

/** A script may set limits of other users, too. */
function isOfKafka(domain: string | undefined): boolean {
  return domain === undefined || domain === '*' || isKafkaUser(domain);
}

function processOf(text: string, path: string): Machine['process'] {
  const starts = /kafka-server-start/.test(text);
  if (starts && !/zookeeper-server-start|connect-(?:distributed|standalone)/.test(text)) return 'server';
  if (/zookeeper|connect|schema|exporter|ksql|mirror/i.test(path.replace(/^.*[/\\]/, ''))) return 'other';
  return undefined;
}
