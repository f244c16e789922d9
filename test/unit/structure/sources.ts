import { globSync } from 'node:fs';
import path from 'node:path';
import {
  isCallExpression,
  isExportDeclaration,
  isExternalModuleReference,
  isFunctionLikeDeclaration,
  isIdentifier,
  isImportDeclaration,
  isImportTypeNode,
  isLiteralTypeNode,
  isNoSubstitutionTemplateLiteral,
  isPropertyAccessExpression,
  isStringLiteral,
  type Node,
  type SourceFile,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { createVirtualFileSystem } from 'typescript/unstable/fs';
import { API } from 'typescript/unstable/sync';

/** What the tests of structure ask of one source file, read by TypeScript's own parser. */
export interface Source {
  /** Relative to the checkout, with slashes. */
  readonly file: string;
  readonly lines: number;
  /** What is imported or exported from, types included, in any form an import has. */
  readonly imports: readonly string[];
  readonly functions: readonly { readonly line: number; readonly lines: number }[];
  /** Every string without a hole. */
  readonly strings: ReadonlySet<string>;
  /** Calls with such a string as an argument, and the first of these: `registerCommand(log, 'ews.x', …)`. */
  readonly calls: readonly { readonly name: string; readonly argument: string }[];
}

/** Every source file under `src`, read once. */
export function readSources(): readonly Source[] {
  const root = path.resolve(import.meta.dirname, '../../..');
  const files = globSync('src/**/*.ts', { cwd: root }).map(file => file.split(path.sep).join('/'));
  sources ??= parse(new API({ cwd: root }), `${root}/tsconfig.json`, root, files);
  return sources;
}

let sources: readonly Source[] | undefined;

/** The same of texts that stand nowhere, each as if it were the file whose name precedes it. */
export function readTexts(texts: readonly (readonly [file: string, text: string])[]): readonly Source[] {
  // Each text gets a root of its own, so that two may have the same name.
  const places = texts.map(([file], index) => `${index}/${file}`);
  const files = Object.fromEntries(texts.map(([, text], index) => [`/${places[index]}`, text]));
  const project = JSON.stringify({ compilerOptions: { noLib: true, types: [] }, include: ['**/*.ts'] });
  const fs = createVirtualFileSystem({ '/tsconfig.json': project, ...files });
  const read = parse(new API({ cwd: '/', fs }), '/tsconfig.json', '', places);
  return read.map(source => ({ ...source, file: source.file.replace(/^\d+\//, '') }));
}

/** {@link readTexts} of one text. */
export function readText(file: string, text: string): Source {
  return readTexts([[file, text]])[0]!;
}

/** TypeScript's parser ends with this process; ended earlier, it complains on standard error. */
function parse(api: API, project: string, root: string, files: readonly string[]): readonly Source[] {
  const program = api.updateSnapshot({ openProjects: [project] }).getProjects()[0]?.program;
  return files.map(file => {
    const tree = program?.getSourceFile(`${root}/${file}`);
    if (tree === undefined) throw new Error(`${file} is not part of ${project}`);
    return describe(file, tree);
  });
}

function describe(file: string, tree: SourceFile): Source {
  const imports: string[] = [];
  const functions: { line: number; lines: number }[] = [];
  const strings = new Set<string>();
  const calls: { name: string; argument: string }[] = [];
  const lineAt = (offset: number): number => tree.getLineAndCharacterOfPosition(offset).line + 1;
  const visit = (node: Node): void => {
    imports.push(...importedBy(node));
    const text = plainText(node);
    if (text !== undefined) strings.add(text);
    if (isFunctionLikeDeclaration(node)) {
      const line = lineAt(node.getStart(tree));
      functions.push({ line, lines: lineAt(node.end) - line + 1 });
    }
    if (isCallExpression(node)) {
      const argument = node.arguments.map(plainText).find(text => text !== undefined);
      if (argument !== undefined) calls.push({ name: calledName(node.expression), argument });
    }
    node.forEachChild(visit);
  };
  visit(tree);
  return { file, lines: lineAt(tree.text.trimEnd().length), imports, functions, strings, calls };
}

function importedBy(node: Node): readonly string[] {
  const specifier = specifierOf(node);
  const text = plainText(specifier);
  return text === undefined ? [] : [text];
}

function specifierOf(node: Node): Node | undefined {
  if (isImportDeclaration(node) || isExportDeclaration(node)) return node.moduleSpecifier;
  if (isExternalModuleReference(node)) return node.expression;
  if (isImportTypeNode(node)) return isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
  if (!isCallExpression(node)) return undefined;
  const isImport = node.expression.kind === SyntaxKind.ImportKeyword || calledName(node.expression) === 'require';
  return isImport ? node.arguments[0] : undefined;
}

function plainText(node: Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  return isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node) ? node.text : undefined;
}

function calledName(callee: Node): string {
  if (isPropertyAccessExpression(callee)) return callee.name.text;
  return isIdentifier(callee) ? callee.text : '';
}
