package main

import (
	"go/ast"
	"go/token"
)

// kafkaGoOptions are the fields by which kafka-go's clients are made, with what stands in for their zero values.
func kafkaGoOptions(folder string) map[string][]Option {
	s := read(folder)
	writer := s.withDefaults(s.structOptions("Writer"), s.methodDefaults("Writer"))
	return map[string][]Option{
		"Writer":       writer,
		"WriterConfig": s.withDefaults(s.structOptions("WriterConfig"), s.methodDefaults("Writer"), s.zeroDefaults("NewWriter")),
		"ReaderConfig": s.withDefaults(s.structOptions("ReaderConfig"), s.zeroDefaults("NewReader"), s.zeroDefaults("Validate")),
		"Dialer":       s.structOptions("Dialer"),
		"Transport":    s.withDefaults(s.structOptions("Transport"), s.methodDefaults("Transport")),
	}
}

func (s source) withDefaults(options []Option, tables ...map[string]string) []Option {
	for index := range options {
		for _, table := range tables {
			if found, known := table[options[index].Name]; known {
				options[index].Default = found
			}
		}
	}
	return options
}

// methodDefaults reads methods such as `batchSize`, which end with what holds where the field is zero.
func (s source) methodDefaults(receiver string) map[string]string {
	defaults := map[string]string{}
	s.each(func(declaration ast.Decl) {
		method, isMethod := declaration.(*ast.FuncDecl)
		if !isMethod || method.Recv == nil || method.Body == nil || len(method.Body.List) != 2 {
			return
		}
		pointer, isPointer := method.Recv.List[0].Type.(*ast.StarExpr)
		if !isPointer || s.text(pointer.X) != receiver {
			return
		}
		last, isReturn := method.Body.List[1].(*ast.ReturnStmt)
		if isReturn && len(last.Results) == 1 {
			defaults[exported(method.Name.Name)] = s.value(last.Results[0])
		}
	})
	return defaults
}

// zeroDefaults reads `if config.MaxBytes == 0 { config.MaxBytes = 1e6 }`.
func (s source) zeroDefaults(function string) map[string]string {
	defaults := map[string]string{}
	s.each(func(declaration ast.Decl) {
		made, isFunction := declaration.(*ast.FuncDecl)
		if !isFunction || made.Name.Name != function {
			return
		}
		ast.Inspect(made, func(node ast.Node) bool {
			branch, isBranch := node.(*ast.IfStmt)
			if !isBranch || len(branch.Body.List) != 1 {
				return true
			}
			condition, isComparison := branch.Cond.(*ast.BinaryExpr)
			assignment, isAssignment := branch.Body.List[0].(*ast.AssignStmt)
			if !isComparison || !isAssignment || condition.Op != token.EQL || assignment.Tok != token.ASSIGN {
				return true
			}
			field, isField := condition.X.(*ast.SelectorExpr)
			target, isTarget := assignment.Lhs[0].(*ast.SelectorExpr)
			if isField && isTarget && field.Sel.Name == target.Sel.Name {
				defaults[field.Sel.Name] = s.value(assignment.Rhs[0])
			}
			return true
		})
	})
	return defaults
}
