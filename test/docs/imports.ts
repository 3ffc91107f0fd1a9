import { posix } from 'node:path';
import ts from 'typescript';

/** Sources by their path from the project's folder; null where there is no such file. */
export type Read = (path: string) => string | null;

/** The files that a file imports something from. */
export type ImportsOf = (path: string) => ReadonlySet<string>;

type Named = { name: string; from: string };
type Module = {
  imports: { from: string; names: string[] }[];
  exported: Set<string>;
  passedOn: (Named & { as: string })[];
  /** Files of which every export is passed on. */
  stars: string[];
};

const namesOf = (declaration: ts.Node): string[] => {
  if (ts.isVariableStatement(declaration))
    return declaration.declarationList.declarations.map(({ name }) => name.getText());
  const { name } = declaration as ts.Node & { name?: ts.Node };
  return name ? [name.getText()] : [];
};

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/**
 * Reads which file imports what from which. A name that a file only passes on, as the index of a package does, counts
 * as imported from the file that declares it; types count, since a caller says by them what it calls.
 */
export const createImports = (read: Read): ImportsOf => {
  const modules = new Map<string, Module>();

  const placeOf = (from: string, specifier: string): string | null => {
    if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), specifier));
    const [, name, entry] = /^@skillstream\/([\w-]+)(\/.+)?$/.exec(specifier) ?? [];
    const manifest = ['packages', 'services']
      .map((folder) => `${folder}/${name}`)
      .find((at) => read(`${at}/package.json`));
    if (!manifest) return null;
    const { exports } = JSON.parse(read(`${manifest}/package.json`)!) as { exports: Record<string, string> };
    const target = exports[entry ? `.${entry}` : '.'];
    return target ? posix.join(manifest, target) : null;
  };

  const parse = (path: string): Module => {
    const known = modules.get(path);
    if (known) return known;
    const module: Module = { imports: [], exported: new Set(), passedOn: [], stars: [] };
    modules.set(path, module);
    const source = ts.createSourceFile(path, read(path) ?? '', ts.ScriptTarget.Latest, true);
    for (const node of source.statements) {
      if (isExported(node)) namesOf(node).forEach((name) => module.exported.add(name));
      if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) continue;
      const { moduleSpecifier: said } = node;
      const from = said && ts.isStringLiteral(said) ? placeOf(path, said.text) : null;
      if (from === null) continue;
      if (ts.isImportDeclaration(node)) {
        const bound = node.importClause?.namedBindings;
        const elements = bound && ts.isNamedImports(bound) ? bound.elements : [];
        module.imports.push({ from, names: elements.map((one) => (one.propertyName ?? one.name).text) });
      } else if (!node.exportClause) module.stars.push(from);
      else if (ts.isNamedExports(node.exportClause))
        for (const { name, propertyName } of node.exportClause.elements)
          module.passedOn.push({ as: name.text, name: (propertyName ?? name).text, from });
    }
    return module;
  };

  const declaredIn = (path: string, name: string): string | null => {
    const { exported, passedOn, stars } = parse(path);
    if (exported.has(name)) return path;
    const passed = passedOn.find(({ as }) => as === name);
    if (passed) return declaredIn(passed.from, passed.name);
    for (const star of stars) {
      const found = declaredIn(star, name);
      if (found) return found;
    }
    return null;
  };

  const found = new Map<string, ReadonlySet<string>>();
  return (path) => {
    let files = found.get(path);
    if (!files) {
      files = new Set(
        parse(path).imports.flatMap(({ from, names }) =>
          names.length > 0 ? names.map((name) => declaredIn(from, name) ?? from) : [from],
        ),
      );
      found.set(path, files);
    }
    return files;
  };
};
