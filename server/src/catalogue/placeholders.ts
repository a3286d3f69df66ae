import { keptByText } from '../model/ownText';
import { lookup, NEWEST_VERSION, rolesOf } from './catalogue';

/**
 * Whether a value holds a placeholder that a tool or a person fills in before Kafka sees it, so that it cannot be
 * known here. Kafka's own uses of these characters stay literal: rules such as `RULE:^CN=(.*?)$/$1/L`, regular
 * expressions, and dollar signs in passwords.
 */
export const hasPlaceholder: (text: string) => boolean = keptByText(
  (text) => MARKED.some((pattern) => pattern.test(text)) || WHOLE.test(text.trim()),
);

// No pattern may start again inside what it has already walked over: a value can be a megabyte long.
const MARKED: readonly RegExp[] = [
  // Shell, Maven, Spring, Ruby, Kafka's config providers: ${NAME}, #{name}, ${file:/secrets:key}.
  /[$#]\{/,
  // Jinja, Helm, Go and Mustache templates; ERB.
  /\{\{|\{%|<%/,
  // Python and .NET: {host}:{port}. A class in a regular expression, \p{Alpha}, is none.
  /(?<!\\[pP])\{[A-Za-z_][\w.-]*\}/,
  // Kubernetes and shell commands: $(NAME).
  /\$\([A-Za-z_]/,
  // A whole shell word, since $1 and a $ before a delimiter are Kafka's own.
  /(?:^|[\s,:/="'@])\$\$?[A-Za-z_]/,
  // printf's %s, and Python's %(name)s.
  /(?:^|[,:/@=])%[sd](?=$|[,:/])|%\([A-Za-z_][\w.]*\)[sd]/,
  // <YOUR_HOST>, <kafka-broker-fqdn>; an email address, a comparison or a named group of an expression is none.
  /(?<![?\\])<[^\s<>@=!?(][^<>@]*>/,
  // [HOST]:9092, but neither [::1]:9092 nor [A-Z].
  /\[[A-Z][A-Z0-9_ ]{2,}\]/,
  // __KAFKA_BROKERS__ for sed, but not the name of an internal topic such as __consumer_offsets.
  /__[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*__/,
  // %KAFKA_HOST% and @kafka-host@, whole words.
  /%[A-Za-z_][\w.]*%/,
  /@[A-Za-z_][\w.-]*@/,
  // :KAFKA_HOST:
  /(?:^|[\s="',]):[A-Z][A-Z0-9_]*:/,
  // your-broker.example.com, YOUR_PASSWORD
  /(?:^|[^A-Za-z])your(?:[^a-z]|[a-z]*(?:broker|server|host|domain|cluster|user|pass|secret|key|topic|group))/i,
  // REPLACE_ME, change-this, <fill in> without its brackets
  /(?:^|[^A-Za-z])(?:replace|change|fill)[-_ ]?(?:me|this|in|with)(?![a-z])|placeholder/i,
  // to be overridden, to-be-set
  /(?:^|[^A-Za-z])to[-_ ]be[-_ ](?:overridden|overwritten|replaced|set|filled|defined|provided|changed)(?![a-z])/i,
  // xxx.example.com, 10.0.0.xxx
  /(?:^|[^A-Za-z0-9])(?:x{3,}|X{3,})(?![A-Za-z0-9])/,
  // host:port
  /:port\d?(?=$|[\s,;/])/i,
];

/** What leaves nothing else of a value: `[your-host]`, `<a = b>`, `TODO`, `***`, a text that a tool deciphers. */
const WHOLE = /^(?:<.+>|\{[^"{}:]*\}|\[[^\]:"]+\]|TODO|TBD|FIXME|\*+|\.{2,}|…|\?+|ENC\(.*\))$/;

/** The same for a text that may be anything, such as a password: a word in capitals that names what belongs there. */
export function isStandIn(text: string): boolean {
  return hasPlaceholder(text) || (SHOUTED.test(text) && NOUN.test(text));
}

/** True where a word in capitals, such as `BROKER_LIST` or `PASSWORD`, can only stand for the setting's value. */
export function isStandInFor(key: string, text: string): boolean {
  const word = text.trim();
  if (ADDRESSES.test(key)) return isAddressStandIn(word);
  if (!SHOUTED.test(word) || VALUES.test(word)) return false;
  const settings = rolesOf(key).flatMap((role) => {
    const history = lookup(role, key);
    return history?.at(NEWEST_VERSION) ?? history?.at(history.since) ?? [];
  });
  return settings.some(({ type, constraint }) => {
    if (constraint?.oneOf?.some((choice) => choice.toUpperCase() === word.toUpperCase())) return false;
    if (type === 'STRING' || type === 'LIST') return constraint?.oneOf !== undefined && NOUN.test(word);
    return type !== 'PASSWORD' || NOUN.test(word);
  });
}

const SHOUTED = /^(?:[A-Z][A-Z0-9]*(?:[_.-][A-Z0-9]+)*|[nx]{1,2})$/;

/** Words that somebody may write for a value, and be mistaken. */
const VALUES =
  /^(?:TRUE|FALSE|YES|NO|ON|OFF|ENABLED?|DISABLED?|NULL|NONE|NIL|NAN|[A-Z.]*M(?:AX|IN)(?:_VALUE)?|INFINITY|UNLIMITED|ALL|ANY|DEFAULT|AUTO)$/;

/** Words for things that a setting has, rather than for what it says. */
const NOUN =
  /(?:^|[_.-])(?:HOST(?:NAME)?S?|BROKERS?|SERVERS?|PASS(?:WORD|WD|PHRASE)?|USER(?:NAME)?|URL|ID|NAME|PATH|PORT|KEY|SECRET|VALUE|TOPIC|ENDPOINT|ADDRESS|KAFKA|BOOTSTRAP|CONFIG|VAR|ENV|TYPE|MODE|LEVEL|PROTOCOL|MECHANISM|POLICY)(?:[_.-]|$)/;

/** Not `early.start.listeners`, which has names. */
const ADDRESSES =
  /(?:^|(?<!\bstart)\.)(?:bootstrap\.(?:servers|controllers)|(?:advertised\.|controller\.)?listeners|controller\.quorum\.voters|zookeeper\.connect|metadata\.broker\.list)$/;

/** `BROKERS`, `HOST1:PORT1,HOST2:PORT2`, `PLAINTEXT://HOST:PORT`, `broker-list`: no address, but a place for some. */
function isAddressStandIn(text: string): boolean {
  const elements = text.split(',').map((element) => element.trim());
  return elements.every((element) => ADDRESS_WORD.test(element) && !ADDRESS_VALUE.test(element));
}

const ADDRESS_WORD =
  /^(?:[A-Z_]+:\/\/)?[A-Z][A-Z0-9_.-]*(?::[A-Z][A-Z0-9_]*)?$|^(?:kafka[-_.]?)?(?:brokers?|bootstrap)[-_.]?(?:servers?[-_.]?)?(?:servers|lists?|urls?|address(?:es)?|endpoints?)$/;
const ADDRESS_VALUE = /^(?:LOCALHOST|PLAINTEXT|SSL|SASL_[A-Z]+|CONTROLLER)$/;
