import * as vscode from 'vscode';
import { isEwsEnvelope, type RequestDocument, readRequest } from '../../language/index.ts';

/** The two languages in which requests are written. */
const languages = ['ews', 'xml'] as const;

/** Selects the documents of both languages, wherever they lie. */
export const everywhere: vscode.DocumentSelector = languages.map(language => ({ language }));

/** Above this many UTF-16 units a document is not read as it is typed. */
const largestDocument = 2 * 1024 * 1024;

/** The open documents as the language room reads them, each parsed once per version and incrementally after that. */
export class RequestDocuments {
  /** By the document itself: a closed untitled document and a new one can have the same address. */
  private readonly entries = new WeakMap<
    vscode.TextDocument,
    { readonly version: number; readonly request: RequestDocument }
  >();

  /** The request in a document; undefined when the document is none of ours, or too large to read as it is typed. */
  of(document: vscode.TextDocument): RequestDocument | undefined {
    if (!isCandidate(document)) return undefined;
    const request = this.read(document);
    return document.languageId === 'ews' || isEwsEnvelope(request) ? request : undefined;
  }

  /** The request in any document, without a look at its language or size; for commands that the user called. */
  read(document: vscode.TextDocument): RequestDocument {
    const known = this.entries.get(document);
    if (known?.version === document.version) return known.request;
    const request = readRequest(document.getText(), known?.request);
    this.entries.set(document, { version: document.version, request });
    return request;
  }
}

/** The VS Code range of a range in a document. */
export function rangeIn(
  document: vscode.TextDocument,
  range: { readonly from: number; readonly to: number },
): vscode.Range {
  return new vscode.Range(document.positionAt(range.from), document.positionAt(range.to));
}

function isCandidate(document: vscode.TextDocument): boolean {
  if (!languages.some(language => language === document.languageId)) return false;
  if (isTooLarge(document)) return false;
  // A selector cannot see content, and most XML files are nobody's envelope: a look at the text spares the parse.
  return document.languageId === 'ews' || /envelope/i.test(document.getText().slice(0, 20_000));
}

/** Too large to be read as it is typed, and an EWS envelope by its beginning: it can still be sent and decoded. */
export function isLargeEnvelope(document: vscode.TextDocument): boolean {
  if (!languages.some(language => language === document.languageId) || !isTooLarge(document)) return false;
  const beginning = document.getText(new vscode.Range(0, 0, 200, 0)).slice(0, 20_000);
  return /<(?:[\w.-]+:)?Envelope\b/.test(beginning) && beginning.includes('exchange/services/2006');
}

function isTooLarge(document: vscode.TextDocument): boolean {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end) > largestDocument;
}
