import * as vscode from 'vscode';
import {
  type DocumentSymbol,
  type Folding,
  foldingRangesOf,
  format,
  linkedRangesAt,
  selectionRangesAt,
  symbolsOf,
} from '../../language/index.ts';
import { type RequestDocuments, rangeIn } from './documents.ts';

/** What only language EWS has, since another extension may own XML: outline, folding, selection, linked editing, formatting. */
export function registerStructure(documents: RequestDocuments): vscode.Disposable {
  const selector: vscode.DocumentSelector = { language: 'ews' };
  return vscode.Disposable.from(
    vscode.languages.registerDocumentSymbolProvider(selector, {
      provideDocumentSymbols(document) {
        const request = documents.of(document);
        return request ? symbolsOf(request).map(symbol => symbolIn(document, symbol)) : [];
      },
    }),
    vscode.languages.registerFoldingRangeProvider(selector, {
      provideFoldingRanges(document) {
        const request = documents.of(document);
        return request ? foldingRangesOf(request).map(foldingOf) : [];
      },
    }),
    vscode.languages.registerSelectionRangeProvider(selector, {
      provideSelectionRanges(document, positions) {
        const request = documents.of(document);
        return positions.map(position =>
          selectionIn(document, request ? selectionRangesAt(request, document.offsetAt(position)) : [], position),
        );
      },
    }),
    vscode.languages.registerLinkedEditingRangeProvider(selector, {
      provideLinkedEditingRanges(document, position) {
        const request = documents.of(document);
        const ranges = request && linkedRangesAt(request, document.offsetAt(position));
        return ranges && new vscode.LinkedEditingRanges(ranges.map(range => rangeIn(document, range)));
      },
    }),
    vscode.languages.registerDocumentFormattingEditProvider(selector, {
      provideDocumentFormattingEdits(document, options) {
        const request = documents.of(document);
        if (!request) return [];
        const indent = options.insertSpaces ? ' '.repeat(options.tabSize) : '\t';
        const newline = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
        return format(request, { indent, newline }).map(edit =>
          vscode.TextEdit.replace(rangeIn(document, edit), edit.insert),
        );
      },
    }),
  );
}

const symbolKinds: Readonly<Record<DocumentSymbol['kind'], vscode.SymbolKind>> = {
  envelope: vscode.SymbolKind.Package,
  header: vscode.SymbolKind.Namespace,
  body: vscode.SymbolKind.Namespace,
  operation: vscode.SymbolKind.Function,
  element: vscode.SymbolKind.Field,
  text: vscode.SymbolKind.String,
};

function symbolIn(document: vscode.TextDocument, symbol: DocumentSymbol): vscode.DocumentSymbol {
  const shown = new vscode.DocumentSymbol(
    symbol.name,
    symbol.detail,
    symbolKinds[symbol.kind],
    rangeIn(document, symbol.range),
    rangeIn(document, symbol.selectionRange),
  );
  shown.children = symbol.children.map(child => symbolIn(document, child));
  return shown;
}

function foldingOf({ firstLine, lastLine, kind }: Folding): vscode.FoldingRange {
  return new vscode.FoldingRange(
    firstLine - 1,
    lastLine - 1,
    kind === 'comment' ? vscode.FoldingRangeKind.Comment : undefined,
  );
}

function selectionIn(
  document: vscode.TextDocument,
  ranges: ReturnType<typeof selectionRangesAt>,
  position: vscode.Position,
): vscode.SelectionRange {
  let outer: vscode.SelectionRange | undefined;
  for (const range of [...ranges].sort((a, b) => b.to - b.from - (a.to - a.from))) {
    outer = new vscode.SelectionRange(rangeIn(document, range), outer);
  }
  return outer ?? new vscode.SelectionRange(new vscode.Range(position, position));
}
