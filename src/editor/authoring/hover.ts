import * as vscode from 'vscode';
import { type AnswerLookups, type HoverLine, hoverAt } from '../../language/index.ts';
import { everywhere, type RequestDocuments, rangeIn } from './documents.ts';
import { shownProblems } from './shownProblems.ts';

/** Explains what is under the pointer. `lookups` gives the tables that are loaded for answers only. */
export function registerHover(documents: RequestDocuments, lookups: () => Promise<AnswerLookups>): vscode.Disposable {
  return vscode.languages.registerHoverProvider(everywhere, {
    async provideHover(document, position) {
      const request = documents.of(document);
      if (!request) return undefined;
      const tables = request.kind === 'answer' ? await lookups() : undefined;
      const hover = hoverAt(request, document.offsetAt(position), tables, shownProblems(request, document));
      return hover && new vscode.Hover(markdownOf(hover.lines), rangeIn(document, hover.range));
    },
  });
}

/** Lines as Markdown. Text of a document stays text: it is appended as such, and the Markdown is not trusted. */
export function markdownOf(lines: readonly HoverLine[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before) markdown.appendMarkdown(line.kind === 'list' && before.kind === 'list' ? '\n' : '\n\n');
    appendLine(markdown, line);
  }
  return markdown;
}

function appendLine(markdown: vscode.MarkdownString, { kind, text, href }: HoverLine): void {
  const plain = text.replace(/\s+/g, ' ');
  if (kind === 'code') markdown.appendCodeblock(text, 'ews');
  else if (kind === 'heading') markdown.appendMarkdown('**').appendText(plain).appendMarkdown('**');
  else if (kind === 'list') markdown.appendMarkdown('- ').appendText(plain);
  else if (kind === 'link' && href !== undefined)
    markdown.appendMarkdown('[').appendText(plain).appendMarkdown(`](${href})`);
  else markdown.appendText(plain);
}
