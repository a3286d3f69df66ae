import { type KafkaVersion, parseVersion } from '../model/version';

/** The client libraries whose releases differ in what matters, as files of a project name them. */
const PYTHON = '(confluent[-_]kafka|kafka[-_]python(?:[-_]ng)?|aiokafka)';
const GO =
  '(github\\.com/(?:IBM/sarama|Shopify/sarama|segmentio/kafka-go|twmb/franz-go|confluentinc/confluent-kafka-go(?:/v2)?))';

/** Files of a project in Python or Go that name releases; a lock says which one it is. */
export const PACKAGE_FILES =
  /^(?:uv\.lock|poetry\.lock|Pipfile\.lock|pdm\.lock|go\.mod|requirements[\w.-]*\.txt|pyproject\.toml|Pipfile|setup\.cfg)$/;

const LOCKED = new RegExp(`name = "${PYTHON}"\\r?\\nversion = "([^"]+)"`, 'gi');
const LOCKED_BY_PIPENV = new RegExp(`"${PYTHON}":\\s*\\{[^{}]{0,5000}?"version":\\s*"==([^"]+)"`, 'gi');
/** `==` and `~=` settle the line; what is only a lower bound says nothing. */
const PINNED = new RegExp(`^[ \\t]*["']?${PYTHON}(?:\\[[^\\]]{0,80}\\])?[ \\t]*(?:===?|~=)[ \\t]*([\\d.]+)`, 'gim');
const IN_TOML = new RegExp(
  `^[ \\t]*["']?${PYTHON}["']?[ \\t]*=[ \\t]*(?:\\{[^{}\\n]{0,200}version[ \\t]*=[ \\t]*)?["'](?:\\^|~|==|~=)([\\d.]+)`,
  'gim',
);
const IN_GO = new RegExp(`^[ \\t]*(?:require[ \\t]+)?${GO}[ \\t]+v([\\d.]+)`, 'gm');

/** The releases of client libraries that a file of the project settles, by the library's name. */
export function packagesIn(name: string, text: string): Readonly<Record<string, KafkaVersion>> {
  const patterns = name === 'go.mod' ? [IN_GO] : [PINNED, IN_TOML, LOCKED, LOCKED_BY_PIPENV];
  const found: Record<string, KafkaVersion> = {};
  for (const pattern of patterns) {
    for (const [, library = '', written = ''] of text.matchAll(pattern)) {
      const version = parseVersion(written) ?? parseVersion(`${written}.0`);
      if (version) found[nameOf(library)] = version;
    }
  }
  return found;
}

/** As its own project calls it; a fork that kept the interface goes by the name of the original. */
function nameOf(written: string): string {
  if (written.includes('/')) return written.replace(/\/v2$/, '').replace('Shopify', 'IBM');
  return written.toLowerCase().replaceAll('_', '-').replace(/-ng$/, '');
}
