// Says what programs make of YAML: each line of standard input is a JSON string, a plain scalar for `compose-env`
// and `kubernetes`, a whole file for `compose-file` and `dotenv`; each line of output is the JSON of the answer, or null.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/compose-spec/compose-go/v2/dotenv"
	"github.com/compose-spec/compose-go/v2/loader"
	"github.com/compose-spec/compose-go/v2/types"
	"sigs.k8s.io/yaml"
)

func main() {
	judges := map[string]func(string) any{"compose-env": composeEnv, "compose-file": composeFile, "kubernetes": kubernetes, "dotenv": dotenvFile}
	judge := judges[os.Args[1]]
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	decoder := json.NewDecoder(in)
	for decoder.More() {
		var text string
		if err := decoder.Decode(&text); err != nil {
			panic(err)
		}
		answer, _ := json.Marshal(judge(text))
		fmt.Fprintln(out, string(answer))
	}
}

func load(text string) (*types.Project, error) {
	details := types.ConfigDetails{
		ConfigFiles: []types.ConfigFile{{Filename: "compose.yaml", Content: []byte(text)}},
		Environment: map[string]string{},
		WorkingDir:  "/tmp",
	}
	return loader.LoadWithContext(context.Background(), details, func(o *loader.Options) {
		o.SetProjectName("judge", true)
		o.SkipConsistencyCheck = true
	})
}

// The value of a variable that is written as the plain scalar; `refused` when compose does not load the file.
func composeEnv(scalar string) any {
	project, err := load("services:\n  s:\n    image: i\n    environment:\n      V: " + scalar + "\n")
	if err != nil {
		return "refused"
	}
	value, ok := project.Services["s"].Environment["V"]
	if !ok || value == nil {
		return nil
	}
	return *value
}

// The environment of each service.
func composeFile(text string) any {
	project, err := load(text)
	if err != nil {
		return "refused: " + err.Error()
	}
	services := map[string]types.MappingWithEquals{}
	for name, service := range project.Services {
		services[name] = service.Environment
	}
	return services
}

// The variables of an environment file; `refused` when compose does not load it.
func dotenvFile(text string) any {
	variables, err := dotenv.Parse(strings.NewReader(text))
	if err != nil {
		return "refused"
	}
	return variables
}

// The JSON of the scalar as Kubernetes reads it.
func kubernetes(scalar string) any {
	answer, err := yaml.YAMLToJSON([]byte("v: " + scalar + "\n"))
	if err != nil {
		return "refused"
	}
	return string(answer)
}
