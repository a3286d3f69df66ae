import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  Location,
  Log,
  LogicalLocation,
  PhysicalLocation,
  ReportingDescriptor,
  Result,
  ToolComponent,
} from 'sarif';
import { homepage, repository } from '../../../../package.json';
import { jsonText } from '../../escape/json';
import { type Place, placesIn } from '../../features/places';
import type { Finding, Severity } from '../../model/finding';
import { RULES } from '../../rules/index.generated';
import { isOnByDefault, type Rule } from '../../rules/rule';
import { uniqueFingerprints } from '../fingerprint';
import type { CliHost } from '../host';
import type { FileResult } from '../result';
import { rulePage } from '../rulePage';
import { relatedOf } from './related';

const LEVELS: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** GitHub shows this severity beside its own levels. */
const PROBLEMS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'recommendation',
  hint: 'recommendation',
};

/** A SARIF 2.1.0 log with one run, with what GitHub's code scanning asks for. */
export function reportSarif(
  results: readonly FileResult[],
  { version, cwd }: Pick<CliHost, 'version' | 'cwd'>,
): string {
  const found = new Set(results.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const rules = RULES.filter(({ id }) => found.has(id));
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: driver(version, rules) },
        columnKind: 'utf16CodeUnits',
        results: results.flatMap((result) => resultsOf(result, indexOf, cwd)),
      },
    ],
  };
  return jsonText(log);
}

function driver(version: string, rules: readonly Rule[]): ToolComponent {
  return {
    name: 'kafka-lint',
    version,
    semanticVersion: version,
    informationUri: homepage,
    rules: rules.map(descriptor),
  };
}

/** The rules that found something, each with its page, so that it can be read where the log is shown. */
function descriptor(rule: Rule): ReportingDescriptor {
  const { id, summary, severity } = rule;
  const page = rulePage(id);
  return {
    id,
    name: id,
    shortDescription: { text: `${summary}.` },
    fullDescription: { text: `${summary}.` },
    helpUri: `${repository.url.replace(/^git\+|\.git$/g, '')}/blob/HEAD/docs/rules/${id}.md`,
    help: { text: page ?? `${summary}.`, ...(page !== undefined && { markdown: page }) },
    defaultConfiguration: { level: LEVELS[severity], enabled: isOnByDefault(rule) },
    properties: { tags: ['kafka', id.slice(0, id.indexOf('/'))], 'problem.severity': PROBLEMS[severity] },
  };
}

function resultsOf(result: FileResult, indexOf: ReadonlyMap<string, number>, cwd: string): Result[] {
  const placeOf = placesIn(result.text);
  const fingerprints = uniqueFingerprints(result);
  return result.findings.map((finding, index) => {
    const related = relatedOf(finding, result.file, placeOf, cwd);
    return {
      ruleId: finding.rule,
      ruleIndex: indexOf.get(finding.rule) ?? -1,
      level: LEVELS[finding.severity],
      message: { text: finding.message },
      locations: [
        logicalLocation(result, finding) ?? { physicalLocation: locationOf(result.file, placeOf(finding.span)) },
      ],
      ...(related.length > 0 && {
        relatedLocations: related.map((place, id) => ({
          id,
          physicalLocation: locationOf(place.file, place),
          message: { text: place.message },
        })),
      }),
      partialFingerprints: { 'kafkaLintLine/v1': fingerprints[index] ?? '' },
    };
  });
}

function locationOf(file: string, { line, column, endLine, endColumn }: Place): PhysicalLocation {
  return {
    artifactLocation: { uri: uriOf(file) },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

/** What of a running cluster stands in no file: the broker or the topic, and the key there. */
function logicalLocation({ running }: FileResult, { span }: Finding): Location | undefined {
  if (!running) return undefined;
  const { cluster, kind, name } = running;
  const key = running.keyAt(span);
  const part = `${cluster}/${kind}/${name}`;
  const location: LogicalLocation =
    key === undefined
      ? { name, fullyQualifiedName: part, kind }
      : { name: key, fullyQualifiedName: `${part}/${key}`, kind: 'property' };
  return { logicalLocations: [location] };
}

/** A relative path stays a relative URI reference, so that the log can be read on another machine. */
function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
