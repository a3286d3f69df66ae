import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log, Result, ToolComponent } from 'sarif';
import { jsonText } from '../../escape/json';
import { placesIn } from '../../features/places';
import type { Severity } from '../../model/finding';
import { RULES } from '../../rules/index.generated';
import type { FileResult } from '../result';

const LEVELS: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

const RULE_INDEX = new Map(RULES.map((rule, index) => [rule.id, index]));

/** A SARIF 2.1.0 log with one run. */
export function reportSarif(results: readonly FileResult[], version: string): string {
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: driver(version) }, columnKind: 'utf16CodeUnits', results: results.flatMap(resultsOf) }],
  };
  return jsonText(log);
}

function driver(version: string): ToolComponent {
  const rules = RULES.map((rule) => ({
    id: rule.id,
    shortDescription: { text: `${rule.summary}.` },
    defaultConfiguration: { level: LEVELS[rule.severity], enabled: rule.enabledByDefault !== false },
  }));
  return { name: 'kafka-lint', semanticVersion: version, rules };
}

function resultsOf({ file, text, findings }: FileResult): Result[] {
  const placeOf = placesIn(text);
  return findings.map((finding) => {
    const { line, column, endLine, endColumn } = placeOf(finding.span);
    const region = { startLine: line, startColumn: column, endLine, endColumn };
    return {
      ruleId: finding.rule,
      ruleIndex: RULE_INDEX.get(finding.rule) ?? -1,
      level: LEVELS[finding.severity],
      message: { text: finding.message },
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region } }],
    };
  });
}

/** A relative path stays a relative URI reference, so that the log can be read on another machine. */
function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
