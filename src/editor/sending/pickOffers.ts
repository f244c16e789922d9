import * as vscode from 'vscode';
import {
  describeEntry,
  entryHoverAt,
  entryWithId,
  fittingEntries,
  type ImEntry,
  idAt,
  isPlaceholder,
  nameOf,
  type PickPlace,
  pickEdits,
  pickedRange,
  pickPlaceAt,
  pickPlaces,
  type RequestDocument,
  readImDirectory,
} from '../../language/index.ts';
import type { KnownList } from '../../sending/imLists.ts';
import { type Range, touches } from '../../xml/index.ts';
import { everywhere, type RequestDocuments, rangeIn } from '../authoring/documents.ts';
import { markdownOf } from '../authoring/hover.ts';
import { plainText } from '../views/plainText.ts';
import type { KnownLists } from './mailboxLists.ts';

/**
 * "Pick from the mailbox…" above every id of a request, and in its completion; nothing of it in an untrusted workspace. A
 * hover on an id names what has it, where the list is known.
 */
export function registerPickOffers(documents: RequestDocuments, lists: KnownLists): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    lists.onDidChange(() => changed.fire()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
    vscode.languages.registerCodeLensProvider(everywhere, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses(document) {
        const request = vscode.workspace.isTrusted ? documents.of(document) : undefined;
        if (!request) return [];
        const known = lists.of(request);
        return pickPlaces(request).map(place => lensOf(document, place, known));
      },
    }),
    vscode.languages.registerHoverProvider(everywhere, {
      provideHover(document, position) {
        const request = documents.of(document);
        // An answer that is an IM list names its own ids.
        const directory =
          request?.kind === 'answer' ? readImDirectory(request.xml) : request && lists.of(request)?.directory;
        const hover = request && directory && entryHoverAt(request, document.offsetAt(position), directory);
        return hover && new vscode.Hover(markdownOf(hover.lines), rangeIn(document, hover.range));
      },
    }),
    vscode.languages.registerCompletionItemProvider(
      everywhere,
      {
        provideCompletionItems(document, position) {
          const request = vscode.workspace.isTrusted ? documents.of(document) : undefined;
          const offset = document.offsetAt(position);
          const place = request && pickPlaceAt(request, offset);
          const range = place && completedRange(request.text, place, offset);
          return request && place && range ? itemsFor(document, request, place, range, lists.of(request)) : [];
        },
      },
      '"',
      "'",
    ),
  );
}

function lensOf(document: vscode.TextDocument, place: PickPlace, known: KnownList | undefined): vscode.CodeLens {
  return new vscode.CodeLens(rangeIn(document, place.element.startTag), {
    title: lensTitle(place, known),
    tooltip: vscode.l10n.t('Ask the active endpoint for the groups and contacts of the mailbox, and pick one by name'),
    command: 'ews.pickFromMailbox',
    arguments: [document.uri, place.element.nameRange.to],
  });
}

/**
 * Names what stands there already, where that is known. A group that is in no fresh list is gone; a contact may be one of
 * the mailbox that no list has yet.
 */
function lensTitle(place: PickPlace, known: KnownList | undefined): string {
  const id = idAt(place) ?? '';
  const entry = known && entryWithId(known.directory, id);
  if (entry) return vscode.l10n.t('$(list-selection) {0}: pick another…', plainText(nameOf(entry), 60));
  const isGone = known?.isFresh && place.wants !== 'contact' && looksWhole(id);
  return isGone
    ? vscode.l10n.t('$(list-selection) Not in the list of the mailbox: pick another…')
    : vscode.l10n.t('$(list-selection) Pick from the mailbox…');
}

/** What a choice replaces: the value of Id or the address, where the caret is in it. Nothing behind an id that is just typed. */
function completedRange(text: string, place: PickPlace, offset: number): Range | undefined {
  const range = pickedRange(place);
  if (!range || !touches(range, offset)) return undefined;
  const isTyped = offset === range.to && looksWhole(text.slice(range.from, range.to));
  return isTyped ? undefined : range;
}

/** An id, or something that is no beginning of a name: it is replaced as a whole, so it must not filter the names. */
function looksWhole(typed: string): boolean {
  return typed.length >= 30;
}

/** The names, where the list is known; otherwise the way to get them, since completion by itself sends nothing. */
function itemsFor(
  document: vscode.TextDocument,
  request: RequestDocument,
  place: PickPlace,
  range: Range,
  known: KnownList | undefined,
): vscode.CompletionItem[] {
  const typed = request.text.slice(range.from, range.to);
  if (/[\r\n]/.test(typed)) return [];
  const ask = pickItem(document, place, range, typed);
  if (!known?.isFresh) return [ask];
  const { fitting, other } = fittingEntries(known.directory, request, place);
  const entries = [...fitting, ...other];
  const items = entries.map((entry, index) => {
    const detail = describeEntry(known.directory, entry);
    return entryItem(document, { request, place, range, typed, entry, detail, index });
  });
  return [...items, ask];
}

function pickItem(document: vscode.TextDocument, place: PickPlace, range: Range, typed: string): vscode.CompletionItem {
  const label = vscode.l10n.t('Pick from the mailbox…');
  const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Reference);
  item.range = rangeIn(document, range);
  item.insertText = typed;
  item.filterText = filterFor(typed, label);
  item.sortText = '9999';
  item.documentation = vscode.l10n.t('Asks the active endpoint for the groups and contacts of the mailbox.');
  item.command = {
    title: label,
    command: 'ews.pickFromMailbox',
    arguments: [document.uri, place.element.nameRange.to],
  };
  return item;
}

interface Offer {
  readonly request: RequestDocument;
  readonly place: PickPlace;
  readonly range: Range;
  readonly typed: string;
  readonly entry: ImEntry;
  readonly detail: string;
  readonly index: number;
}

/** The id goes to the caret, and the ChangeKey with it to where it stands or belongs. */
function entryItem(
  document: vscode.TextDocument,
  { request, place, range, typed, entry, detail, index }: Offer,
): vscode.CompletionItem {
  const edits = pickEdits(request, place, entry);
  const main = edits.find(({ from, to }) => from === range.from && to === range.to);
  const item = new vscode.CompletionItem(
    { label: plainText(nameOf(entry)), description: plainText(detail) },
    vscode.CompletionItemKind.Value,
  );
  item.range = rangeIn(document, range);
  item.insertText = main?.insert ?? '';
  item.additionalTextEdits = edits
    .filter(edit => edit !== main)
    .map(edit => vscode.TextEdit.replace(rangeIn(document, edit), edit.insert));
  item.filterText = filterFor(typed, nameOf(entry));
  item.sortText = String(index).padStart(4, '0');
  return item;
}

/** A name that is typed filters; a placeholder or an id gives way to any. */
function filterFor(typed: string, name: string): string {
  return isPlaceholder(typed) || looksWhole(typed) ? `${typed} ${name}` : name;
}
