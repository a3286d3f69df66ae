import { keptByText } from '../model/ownText';

/**
 * Whether a key holds a secret, by its look alone: in Kafka's own files, in those of others, and misspelt. A key too
 * many costs a row of dots; a key too few costs a password, so that doubt counts as yes.
 */
export const isSecretKey: (key: string) => boolean = keptByText((key) => {
  if (!MAYBE.test(key)) return false;
  const words = wordsOf(key);
  if (HARMLESS_LAST.has(words.at(-1) ?? '')) return false;
  return words.some(isSecretWord) || isNamedKey(words) || USER_INFO.test(key) || JAAS_USER.test(key);
});

/** A cheap look before the key is taken apart: most keys of a file are spared the rest. */
const MAYBE = /pas|psw|pwd|sec|scr|ja|tok|tken|toe|cred|crd|key|user|priv/i;

/** `basic.auth.user.info` of a schema registry is `user:password`. */
const USER_INFO = /user[._-]?info$/i;
/** A broker's PlainLoginModule lists the passwords of its users so. */
const JAAS_USER = /^user_/;

/** The last word of keys that speak about a secret and hold none: where it lies, how long it lives, how it is made. */
const HARMLESS_LAST: ReadonlySet<string> = new Set([
  ...['algorithm', 'attempts', 'bytes', 'class', 'enable', 'enabled', 'endpoint', 'expiry', 'file', 'filename'],
  ...[
    'format',
    'header',
    'id',
    'iterations',
    'length',
    'lifetime',
    'location',
    'mechanism',
    'mechanisms',
    'ms',
    'name',
    'protocol',
  ],
  ...['path', 'provider', 'providers', 'seconds', 'serializer', 'deserializer', 'size', 'timeout', 'type', 'url'],
]);

const SECRET_WORD = /pass|pasw|pwd|secret|jaas|token|tokn|tokne|tken|toekn|credential|apikey|privatekey|accesskey/;
const NOT_PASSWORDS = /^(?:compass\w*|bypass\w*|passive\w*|passthrough|passed|passes|tokeni[sz]er\w*)$/;
/** What a slip of the fingers makes of these is a secret too. */
const SPELT = ['password', 'passphrase', 'secret', 'jaas', 'credential', 'credentials'];

function isSecretWord(word: string): boolean {
  if (NOT_PASSWORDS.test(word)) return false;
  return SECRET_WORD.test(word) || SPELT.some((one) => isOneSlipFrom(one, word));
}

/** `ssl.keystore.key`, `apiKey`, `MASTER_KEY`; a bare `key` is that of a record. */
function isNamedKey(words: readonly string[]): boolean {
  return words.length > 1 && (words.at(-1) === 'key' || words.slice(-2).join(' ') === 'key pem');
}

function wordsOf(key: string): string[] {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1.$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** One letter is missing, too many or another, or two neighbours are swapped. */
function isOneSlipFrom(right: string, word: string): boolean {
  const [longer, shorter] = right.length >= word.length ? [right, word] : [word, right];
  if (longer.length - shorter.length > 1) return false;
  let at = 0;
  while (at < shorter.length && longer[at] === shorter[at]) at++;
  if (longer.length > shorter.length) return longer.slice(at + 1) === shorter.slice(at);
  const isSwapped = longer[at] === shorter[at + 1] && longer[at + 1] === shorter[at];
  return (
    longer.slice(at + 1) === shorter.slice(at + 1) || (isSwapped && longer.slice(at + 2) === shorter.slice(at + 2))
  );
}
