import { resolve } from 'node:path';
import { jsonText } from '../escape/json';
import { terminalText } from '../escape/terminal';
import { nearest } from '../rules/support/nearest';
import { secretSpans } from '../secrets/secretSpans';
import { unifiedDiff } from './diff';
import { eachFile } from './eachFile';
import { CLEAN, TROUBLE } from './exitCode';
import type { CliHost } from './host';
import { type Linter, openText } from './lintFile';
import { applyPreset, knownPresets, type PresetResult, presetAsJson, reportPreset } from './preset';
import { readTextFile, writeText } from './textFile';

export function runPreset(linter: Linter, preset: string, host: CliHost): number {
  const { options, configFor, cwd } = linter;
  const known = new Set(knownPresets({}));
  const diffs: string[] = [];
  const { results, trouble } = eachFile(linter, host, (file): PresetResult | undefined => {
    const path = resolve(cwd, file);
    const source = readTextFile(path);
    const own = configFor(path).settings.presets;
    for (const name of knownPresets(own)) known.add(name);
    const opened = openText(linter, file, source.text);
    const result = opened && applyPreset(opened.document, file, options, own);
    if (!result || result.text === source.text) return result;
    if (options.diff) {
      const after = { text: result.text, secrets: secretSpans(opened.parse(result.text)) };
      diffs.push(unifiedDiff(file, { text: source.text, secrets: secretSpans(opened.document) }, after));
    }
    if (!options.dryRun) writeText(path, source, result.text);
    return result;
  });
  if (!known.has(preset)) {
    const similar = nearest(preset, known);
    const suggestion = similar ? ` Did you mean ${similar}?` : '';
    host.err(
      `kafka-lint: there is no preset ${terminalText(preset)}; there are ${[...known].join(', ')}.${suggestion}\n`,
    );
    return TROUBLE;
  }
  if (options.diff) host.out(diffs.join(''));
  else if (options.format === 'json') host.out(jsonText(results.flatMap(presetAsJson)));
  else host.out(results.map((result) => reportPreset(result, preset)).join(''));
  if (!results.some(({ fits }) => fits)) host.err(`kafka-lint: no file here can take the preset ${preset}.\n`);
  return trouble ? TROUBLE : CLEAN;
}
