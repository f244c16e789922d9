import * as vscode from 'vscode';
import { autoClose, type Completion, completionsAt } from '../../language/index.ts';
import { everywhere, type RequestDocuments, rangeIn } from './documents.ts';

/** Offers what may stand at the caret, and closes elements as their tags are typed. */
export function registerCompletion(documents: RequestDocuments): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(
      everywhere,
      {
        provideCompletionItems(document, position, _token, { triggerCharacter = '' }) {
          const request = documents.of(document);
          if (!request) return [];
          const kind = wantedAfter[triggerCharacter];
          return completionsAt(request, document.offsetAt(position))
            .filter(completion => kind === undefined || completion.kind === kind)
            .map(completion => itemOf(document, completion));
        },
      },
      ...['<', '/', ':', ' ', '"', "'"],
    ),
    vscode.workspace.onDidChangeTextDocument(change => closeElement(documents, change)),
  );
}

/** A blank and a quote belong to text as well, where nobody who types one asks for elements. */
const wantedAfter: Readonly<Record<string, Completion['kind']>> = { ' ': 'attribute', '"': 'value', "'": 'value' };

const kinds: Readonly<Record<Completion['kind'], vscode.CompletionItemKind>> = {
  operation: vscode.CompletionItemKind.Function,
  element: vscode.CompletionItemKind.Property,
  attribute: vscode.CompletionItemKind.Field,
  value: vscode.CompletionItemKind.EnumMember,
  snippet: vscode.CompletionItemKind.Snippet,
  endTag: vscode.CompletionItemKind.Property,
};

function itemOf(document: vscode.TextDocument, completion: Completion): vscode.CompletionItem {
  const item = new vscode.CompletionItem(
    { label: completion.label, description: completion.detail },
    kinds[completion.kind],
  );
  item.range = rangeIn(document, completion.range);
  item.insertText = new vscode.SnippetString(completion.insert);
  item.documentation = completion.documentation;
  if (completion.sortText !== undefined) item.sortText = completion.sortText;
  if (completion.filterText !== undefined) item.filterText = completion.filterText;
  if (completion.additionalEdits) {
    item.additionalTextEdits = completion.additionalEdits.map(edit =>
      vscode.TextEdit.replace(rangeIn(document, edit), edit.insert),
    );
  }
  if (completion.retrigger) item.command = { title: vscode.l10n.t('Suggest'), command: 'editor.action.triggerSuggest' };
  return item;
}

/** Only in language EWS, only what the user typed, and never on undo: `>` and `</` bring the end tag along. */
async function closeElement(documents: RequestDocuments, change: vscode.TextDocumentChangeEvent): Promise<void> {
  const { document, contentChanges, reason } = change;
  const [typed] = contentChanges;
  const editor = vscode.window.activeTextEditor;
  if (document.languageId !== 'ews' || reason !== undefined || contentChanges.length !== 1 || !typed) return;
  if (editor?.document !== document || (typed.text !== '>' && typed.text !== '/')) return;
  const offset = typed.rangeOffset + 1;
  const { version } = document;
  const request = documents.of(document);
  const closing = request && autoClose(request, offset);
  if (closing === undefined || document.version !== version) return;
  const position = document.positionAt(offset);
  const stay = typed.text === '>';
  await editor.insertSnippet(
    new vscode.SnippetString()
      .appendText('')
      .appendTabstop(0)
      .appendText(stay ? closing : ''),
    position,
    {
      undoStopBefore: false,
      undoStopAfter: false,
    },
  );
  if (!stay) await editor.edit(edit => edit.insert(position, closing), { undoStopBefore: false, undoStopAfter: false });
}
