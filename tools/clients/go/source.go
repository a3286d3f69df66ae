package main

import (
	"bytes"
	"go/ast"
	"go/constant"
	"go/parser"
	"go/printer"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

// A source is the syntax of a package's files.
type source struct {
	set   *token.FileSet
	files []*ast.File
}

func read(folder string) source {
	set := token.NewFileSet()
	var files []*ast.File
	names, err := filepath.Glob(folder + "/*.go")
	check(err)
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := os.ReadFile(name)
		check(err)
		file, err := parser.ParseFile(set, name, text, 0)
		check(err)
		files = append(files, file)
	}
	return source{set, files}
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func (s source) text(node ast.Node) string {
	var out bytes.Buffer
	check(printer.Fprint(&out, s.set, node))
	return out.String()
}

// each calls visit with every declaration of the package.
func (s source) each(visit func(ast.Decl)) {
	for _, file := range s.files {
		for _, declaration := range file.Decls {
			visit(declaration)
		}
	}
}

// structOptions are the exported fields of a struct.
func (s source) structOptions(name string) []Option {
	var options []Option
	s.each(func(declaration ast.Decl) {
		general, isGeneral := declaration.(*ast.GenDecl)
		if !isGeneral {
			return
		}
		for _, one := range general.Specs {
			spec, isType := one.(*ast.TypeSpec)
			if !isType || spec.Name.Name != name {
				continue
			}
			for _, field := range spec.Type.(*ast.StructType).Fields.List {
				for _, fieldName := range fieldNames(field) {
					if ast.IsExported(fieldName) {
						options = append(options, Option{Name: fieldName, Type: s.text(field.Type)})
					}
				}
			}
		}
	})
	return options
}

// fieldNames are the field's names; an embedded field has that of its type.
func fieldNames(field *ast.Field) []string {
	if len(field.Names) == 0 {
		if named, isNamed := field.Type.(*ast.Ident); isNamed {
			return []string{named.Name}
		}
		return nil
	}
	var names []string
	for _, name := range field.Names {
		names = append(names, name.Name)
	}
	return names
}

// value is a default as code writes it: durations and numbers are worked out, constants of the package followed.
func (s source) value(expression ast.Expr) string {
	switch given := expression.(type) {
	case *ast.Ident:
		if found := s.constant(given.Name); found != nil {
			return s.value(found)
		}
	case *ast.BasicLit:
		if strings.ContainsAny(given.Value, "e_") && given.Kind != token.STRING {
			return constant.ToInt(constant.MakeFromLiteral(given.Value, given.Kind, 0)).ExactString()
		}
		return strings.Trim(given.Value, `"`)
	case *ast.BinaryExpr:
		if evaluated, err := types.Eval(s.set, nil, token.NoPos, s.text(given)); err == nil && evaluated.Value != nil {
			return evaluated.Value.ExactString()
		}
	}
	return s.text(expression)
}

func (s source) constant(name string) ast.Expr {
	var found ast.Expr
	s.each(func(declaration ast.Decl) {
		general, isGeneral := declaration.(*ast.GenDecl)
		if !isGeneral || general.Tok != token.CONST {
			return
		}
		for _, one := range general.Specs {
			spec := one.(*ast.ValueSpec)
			for index, each := range spec.Names {
				if each.Name == name && index < len(spec.Values) {
					found = spec.Values[index]
				}
			}
		}
	})
	return found
}

func exported(name string) string {
	runes := []rune(name)
	runes[0] = unicode.ToUpper(runes[0])
	return string(runes)
}
