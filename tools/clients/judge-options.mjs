// Writes what kafka-python, aiokafka and the Go clients say to options, for the tests to hold the rules to. Needs Go, and Python with
// the packages kafka-python and aiokafka; PYTHON names the interpreter.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { programFor } from '../../test/support/goProgram.ts';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const FIXTURES = '../../test/rules/fixtures';
const read = (name) => readFileSync(here(name), 'utf8').trimEnd().split('\n');

const options = { maxBuffer: 1 << 26, stdio: ['pipe', 'pipe', 'ignore'] };
const python = process.env.PYTHON ?? 'python3';
const inPython = execFileSync(python, [here('judge_python.py')], {
  ...options,
  input: `${read('scenarios-python.tsv').join('\n')}\n`,
});
writeFileSync(here(`${FIXTURES}/python-verdicts.tsv`), inPython);

const scenarios = read('scenarios-go.tsv').map((line) => line.split('\t'));
const folder = here('.cache/judge-go');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const name of ['go.mod', 'go.sum']) cpSync(here(`go/${name}`), `${folder}/${name}`);
writeFileSync(`${folder}/main.go`, program());
const verdicts = execFileSync('go', ['run', '.'], { ...options, cwd: folder })
  .toString()
  .trimEnd()
  .split('\n');
const lines = scenarios.map(([maker, given = ''], index) => [maker, given, verdicts[index]].join('\t'));
writeFileSync(here(`${FIXTURES}/go-verdicts.tsv`), `${lines.join('\n')}\n`);
console.log(`${inPython.toString().trimEnd().split('\n').length} verdicts in Python, ${lines.length} in Go`);

/** What fails only because nobody answers is fine. */
function program() {
  const made = scenarios.map(([maker, given = '']) => {
    const body = programFor(maker, given).join('\n');
    const quick = body.replace(/^config := .*$/m, '$&\nconfig.Metadata.Retry.Max = 0');
    return `func() (err error) {\nbrokers := []string{"127.0.0.1:1"}\n_ = brokers\n${quick.replace(/client, err :=/, 'client, err =').replace('client, err =', 'var client any\nclient, err =')}\n_ = client\nreturn err\n},`;
  });
  return `package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/IBM/sarama"
	"github.com/segmentio/kafka-go"
	"github.com/twmb/franz-go/pkg/kgo"
)

var second = time.Second

func verdict(make func() error) (text string) {
	defer func() {
		if problem := recover(); problem != nil {
			text = fmt.Sprint(problem)
		}
	}()
	var refused sarama.ConfigurationError
	err := make()
	if err == nil || (!errors.As(err, &refused) && strings.Contains(err.Error(), "brokers")) {
		return "fine"
	}
	return strings.Join(strings.Fields(err.Error()), " ")
}

func main() {
	for _, make := range []func() error{
${made.join('\n')}
	} {
		fmt.Println(verdict(make))
	}
}

var _ = kafka.NewReader
var _ = kgo.NewClient
`;
}
