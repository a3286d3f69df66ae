import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import type { Log } from 'sarif';
import { DUPLICATE, NO_BATCHING, useCli } from './support';

const require = createRequire(import.meta.url);
const SARIF_SCHEMA = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

describe('reports for other programs', () => {
  const cli = useCli();
  beforeEach(() =>
    cli.write({
      'a & b/producer.properties': `${NO_BATCHING}lingr.ms="5"<\u0001\n`,
      'producer.properties': DUPLICATE,
      'good/producer.properties': 'bootstrap.servers=a:9092\nacks=all\n',
    }),
  );

  describe('in SARIF', () => {
    const log = (): Log => JSON.parse(cli.run(['--format', 'sarif', '.']).out);

    it('fulfil the published schema', () => {
      const ajv = new Ajv({
        strict: false,
        unicodeRegExp: false,
        formats: { uri: true, 'uri-reference': true, 'date-time': true },
      });
      const validate = ajv.compile(JSON.parse(readFileSync(SARIF_SCHEMA, 'utf8')));
      assert.ok(validate(log()), JSON.stringify(validate.errors));
    });

    it('have what GitHub asks for: versions, help, tags and fingerprints that survive a moved line', () => {
      const [run] = log().runs;
      const { driver } = run?.tool ?? assert.fail();
      assert.deepEqual([driver.version, driver.semanticVersion], ['1.2.3', '1.2.3']);
      for (const rule of driver.rules ?? []) {
        assert.ok(rule.help?.text);
        assert.match(rule.helpUri ?? '', new RegExp(`^https://.*/docs/rules/${rule.id}\\.md$`));
        assert.ok(rule.fullDescription?.text && rule.properties?.tags?.includes('kafka'));
      }
      for (const { ruleId, ruleIndex } of run?.results ?? []) assert.equal(driver.rules?.[ruleIndex ?? -1]?.id, ruleId);
      const fingerprints = () => log().runs[0]?.results?.map(({ partialFingerprints }) => partialFingerprints);
      const before = fingerprints();
      assert.ok(before && before.length > 2);
      cli.write({ 'producer.properties': `# moved\n${DUPLICATE}` });
      assert.deepEqual(fingerprints(), before);
    });
  });

  for (const format of ['junit', 'checkstyle']) {
    it(`are well-formed XML in ${format}, whatever names and messages hold`, async () => {
      const { out } = cli.run(['--format', format, '.']);
      const { parseStringPromise } = require('xml2js');
      const root = await parseStringPromise(out);
      const suites = format === 'junit' ? root.testsuites.testsuite : root.checkstyle.file;
      const names = suites.map(({ $ }: { $: { name: string } }) => $.name);
      assert.deepEqual(names, ['a & b/producer.properties', 'good/producer.properties', 'producer.properties']);
      assert.match(out, /properties\/duplicate-key/);
    });
  }

  it('count tests and failures in junit', () => {
    const { out } = cli.run(['--format', 'junit', 'producer.properties']);
    const [, tests, failures] = /tests="(\d+)" failures="(\d+)"/.exec(out) ?? [];
    const count = cli.json(['producer.properties']).length;
    assert.deepEqual([Number(tests), Number(failures), out.split('<failure ').length - 1], [count, count, count]);
  });

  it('have in codeclimate what GitLab asks for, and no fingerprint twice', () => {
    cli.write({ 'b/producer.properties': NO_BATCHING });
    const issues = JSON.parse(cli.run(['--format', 'codeclimate', '.']).out);
    assert.equal(issues.length, cli.json(['.']).length);
    assert.equal(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size, issues.length);
    for (const { description, check_name, severity, location } of issues) {
      assert.ok(description && check_name.includes('/') && Number.isInteger(location.lines.begin));
      assert.ok(['info', 'minor', 'major', 'critical', 'blocker'].includes(severity));
      assert.doesNotMatch(location.path, /^[./]/);
    }
  });
});
