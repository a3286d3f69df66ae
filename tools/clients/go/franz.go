package main

import (
	"go/ast"
	"slices"
	"strings"
)

var optionTypes = []string{"Opt", "ProducerOpt", "ConsumerOpt", "GroupOpt"}

// franzOptions are the functions that make options, each with the default of the field that it sets.
func franzOptions(folder string) []Option {
	s := read(folder + "/pkg/kgo")
	defaults := s.defaultCfg()
	var options []Option
	s.each(func(declaration ast.Decl) {
		made, isFunction := declaration.(*ast.FuncDecl)
		if !isFunction || made.Recv != nil || made.Type.Results == nil || !made.Name.IsExported() {
			return
		}
		if results := made.Type.Results.List; len(results) != 1 || !slices.Contains(optionTypes, s.text(results[0].Type)) {
			return
		}
		var kinds []string
		for _, parameter := range made.Type.Params.List {
			kinds = append(kinds, s.text(parameter.Type))
		}
		options = append(options, Option{Name: made.Name.Name, Type: strings.Join(kinds, ", "), Default: defaults[fieldSetBy(made)]})
	})
	return options
}

// fieldSetBy is the field of cfg that an option's function assigns first.
func fieldSetBy(made *ast.FuncDecl) string {
	found := ""
	ast.Inspect(made.Body, func(node ast.Node) bool {
		assignment, isAssignment := node.(*ast.AssignStmt)
		if !isAssignment || found != "" {
			return true
		}
		if target, isField := assignment.Lhs[0].(*ast.SelectorExpr); isField {
			if owner, isName := target.X.(*ast.Ident); isName && owner.Name == "cfg" {
				found = target.Sel.Name
			}
		}
		return true
	})
	return found
}

func (s source) defaultCfg() map[string]string {
	defaults := map[string]string{}
	s.each(func(declaration ast.Decl) {
		made, isFunction := declaration.(*ast.FuncDecl)
		if !isFunction || made.Name.Name != "defaultCfg" {
			return
		}
		ast.Inspect(made, func(node ast.Node) bool {
			literal, isLiteral := node.(*ast.CompositeLit)
			if !isLiteral || s.text(literal.Type) != "cfg" {
				return true
			}
			for _, element := range literal.Elts {
				pair := element.(*ast.KeyValueExpr)
				if _, isCode := pair.Value.(*ast.CallExpr); !isCode || len(s.text(pair.Value)) < 60 {
					if text := s.value(pair.Value); len(text) < 60 && !strings.Contains(text, "func") {
						defaults[s.text(pair.Key)] = text
					}
				}
			}
			return false
		})
	})
	return defaults
}
