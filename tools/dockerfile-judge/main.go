// Says what BuildKit makes of the variables of Dockerfiles: each line of standard input is the JSON of a file, each line
// of output the JSON of its stages' variables, `[name, value]` each in order, or "refused".
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/buildkit/frontend/dockerfile/shell"
)

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	decoder := json.NewDecoder(bufio.NewReaderSize(os.Stdin, 1<<20))
	for decoder.More() {
		var text string
		if err := decoder.Decode(&text); err != nil {
			panic(err)
		}
		answer, _ := json.Marshal(judge(text))
		fmt.Fprintln(out, string(answer))
	}
}

func judge(text string) any {
	file, err := parser.Parse(strings.NewReader(text))
	if err != nil {
		return "refused"
	}
	stages, _, err := instructions.Parse(file.AST, nil)
	if err != nil {
		return "refused"
	}
	lex := shell.NewLex(file.EscapeToken)
	answer := [][][2]string{}
	for _, stage := range stages {
		variables := [][2]string{}
		for _, command := range stage.Commands {
			env, ok := command.(*instructions.EnvCommand)
			if !ok {
				continue
			}
			err := env.Expand(func(word string) (string, error) {
				value, _, err := lex.ProcessWord(word, shell.EnvsFromSlice(nil))
				return value, err
			})
			if err != nil {
				return "refused"
			}
			for _, pair := range env.Env {
				variables = append(variables, [2]string{pair.Key, pair.Value})
			}
		}
		answer = append(answer, variables)
	}
	return answer
}
