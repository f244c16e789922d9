import * as vscode from 'vscode';
import {
  describeEntry,
  type EnvelopeValues,
  entriesIn,
  type ImDirectory,
  type ImEntry,
  type ImGroupEntry,
  type Impersonation,
  impersonationIn,
  membersIn,
  nameOf,
  type PlacedEntry,
  readRequest,
} from '../../language/index.ts';
import { parseXml } from '../../xml/index.ts';
import { openEnvelope, pickOperation } from '../authoring/newRequest.ts';
import { answerText } from './answerDocuments.ts';
import type { Exchanges, Shown } from './exchanges.ts';
import { type IdKind, operationsTaking } from './operationsTaking.ts';
import { plainText } from './plainText.ts';

/** Ids for a new request, what they are ids of, and whom that request acts for. */
export interface IdUse {
  /** What people know it by. */
  readonly name: string;
  readonly kind: IdKind;
  readonly values: EnvelopeValues;
  readonly impersonation?: Impersonation | undefined;
}

/** Asks which of the operations that take the ids is meant, and opens its envelope with them in it. */
export async function useInNewRequest({ name, kind, values, impersonation }: IdUse): Promise<void> {
  const title = vscode.l10n.t('Use {0} in…', plainText(name, 60));
  const operation = await pickOperation(operationsTaking(kind), title);
  if (operation) await openEnvelope(operation, values, impersonation);
}

/** How a group, a contact or a member of a group is used in a request: as the one id, or the first of a list. */
export function useOf(entry: ImEntry, group: ImGroupEntry | undefined, impersonation?: Impersonation): IdUse {
  const name = nameOf(entry);
  const id = idOf(entry);
  if (entry.kind === 'group') {
    const kind = entry.isDistribution ? 'distributionGroup' : 'group';
    return { name, kind, values: { GroupId: id, GroupIds: id }, impersonation };
  }
  const values = { ContactId: id, ContactIds: id, ...(group && { GroupId: idOf(group) }) };
  return { name, kind: group ? 'member' : 'contact', values, impersonation };
}

/**
 * "Use in a New Request…" from an answer: what has the id there, in the group of the second one if that is given; without
 * an id the user picks first. The answer is an open document, or that of an exchange by its id.
 */
export async function useFromAnswer(
  exchanges: Exchanges,
  source: vscode.Uri | string,
  id?: unknown,
  groupId?: unknown,
): Promise<void> {
  const { text, impersonation } = await answerFrom(exchanges, source);
  const xml = parseXml(text ?? '');
  const entries = entriesIn(xml);
  if (text === undefined || entries.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('That answer is not kept any more. Send the request again.'),
    );
    return;
  }
  const named = [...entries, ...membersIn(xml)].find(
    ({ entry, group }) => entry.id === id && (group?.id ?? undefined) === (groupId ?? undefined),
  );
  const chosen = named ?? (await pickPlaced(entries));
  if (chosen) await useInNewRequest(useOf(chosen.entry, chosen.group, impersonation));
}

function idOf({ id, changeKey }: ImEntry): { readonly Id: string; readonly ChangeKey?: string } {
  return { Id: id, ...(changeKey !== undefined && { ChangeKey: changeKey }) };
}

interface AnswerSource {
  readonly text: string | undefined;
  readonly impersonation?: Impersonation | undefined;
}

/** A document of an answer names its exchange in its address; any other document tells nothing of its request. */
async function answerFrom(exchanges: Exchanges, source: vscode.Uri | string): Promise<AnswerSource> {
  const id = typeof source === 'string' ? source : (source.query.split('~')[0] ?? '');
  const shown = await exchanges.find(id);
  const impersonation = shown && impersonationOf(shown);
  if (typeof source === 'string') return { text: shown && answerText(shown), impersonation };
  const document = await vscode.workspace.openTextDocument(source);
  return { text: document.getText(), impersonation };
}

function impersonationOf(shown: Shown): Impersonation | undefined {
  return shown.kind === 'exchange' ? impersonationIn(readRequest(shown.entry.exchange.request.text)) : undefined;
}

async function pickPlaced(entries: readonly PlacedEntry[]): Promise<PlacedEntry | undefined> {
  const all = entries.map(({ entry }) => entry);
  const directory: ImDirectory = {
    groups: all.filter(entry => entry.kind === 'group'),
    contacts: all.filter(entry => entry.kind === 'contact'),
  };
  const items = entries.map(placed => ({
    label: plainText(nameOf(placed.entry)),
    description: plainText(describeEntry(directory, placed.entry)),
    placed,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Use in a New Request'),
    placeHolder: vscode.l10n.t('Which group or contact of the answer?'),
    matchOnDescription: true,
  });
  return picked?.placed;
}
