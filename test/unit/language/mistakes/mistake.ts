import assert from 'node:assert/strict';
import { marked, unmarked } from '../../../../scripts/conformance/marked.ts';
import { type Fix, fixAll, fixesFor, type Problem, problemsIn, readRequest } from '../../../../src/language/index.ts';
import { initialContent } from '../../../../src/sandbox/content.ts';
import { applyEdits } from '../../../../src/xml/index.ts';

/** One mistake as people make it, and what is said and done about it. */
export type Mistake = Told & (Preferred | { readonly fix?: never; readonly after?: never });

interface Told {
  /** What went wrong, in a few words. */
  readonly about: string;
  /** The text, with every problem that is reported of it marked: `⟦code|range⟧`. */
  readonly text: string;
  /** The whole sentence of the first problem, where it matters. */
  readonly says?: string;
  /** Titles of what is offered besides, in order. */
  readonly others?: readonly string[];
  /** The text after "Fix all"; the text as it is where nothing is certain. */
  readonly fixAll?: string;
}

/** The preferred fix of the first problem; left out where none may be preferred. */
interface Preferred {
  /** Its title. */
  readonly fix: string;
  /** The text after that fix, with the problems that are left marked. */
  readonly after: string;
}

/** A suite with a test for each mistake: exactly the marked problems, the fix, its result, and what Fix all does. */
export function mistakes(title: string, list: readonly Mistake[]): void {
  suite(title, () => {
    for (const mistake of list) test(mistake.about, () => check(mistake));
  });
}

function check({ text: markedText, says, fix, after, others, fixAll: all }: Mistake): void {
  const { text, marks } = unmarked(markedText);
  const request = readRequest(text);
  const problems = problemsIn(request);
  assert.equal(marked(text, problems), marked(text, marks));
  const [first] = problems;
  const offered = first ? fixesFor(request, first) : [];
  if (says !== undefined) assert.equal(first?.message, says);
  const preferred = offered.find(candidate => candidate.preferred);
  assert.equal(preferred?.title, fix);
  assert.equal(withProblems(applied(text, preferred)), after ?? marked(text, marks));
  if (others !== undefined)
    assert.deepEqual(
      offered.filter(candidate => candidate !== preferred).map(({ title }) => title),
      others,
    );
  assert.equal(applyEdits(text, fixAll(request)), all ?? text);
  for (const candidate of offered) assert.ok(!isThere(applied(text, candidate), first), candidate.title);
}

/** Whatever is offered takes away the problem that it is offered for. */
function isThere(text: string, problem: Problem | undefined): boolean {
  return problemsIn(readRequest(text)).some(
    ({ code, message }) => code === problem?.code && message === problem.message,
  );
}

function applied(text: string, fix: Fix | undefined): string {
  return applyEdits(text, fix?.edits ?? []);
}

function withProblems(text: string): string {
  return marked(text, problemsIn(readRequest(text)));
}

/** The namespace of the types. */
export const types = 'http://schemas.microsoft.com/exchange/services/2006/types';

/** The declarations of the customary prefixes. */
export const declarations =
  'xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages" xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"';

/** The header that every sound request here has. */
export const version = '<t:RequestServerVersion Version="Exchange2013_SP1"/>';

/** A request around the content of its Body, in lines of its own, and around that of its Header. */
export function envelope(body: string, header = version, names = declarations): string {
  return `<soap:Envelope ${names}>\n  <soap:Header>${header}</soap:Header>\n  <soap:Body>\n    ${body}\n  </soap:Body>\n</soap:Envelope>\n`;
}

const [mailbox] = initialContent.mailboxes;
const [oneGroup] = mailbox?.groups ?? [];
const [oneContact] = mailbox?.contacts ?? [];

/** A whole id of a group and of a contact, with their ChangeKeys. */
export const groupId = oneGroup?.id ?? '';
export const groupKey = oneGroup?.changeKey ?? '';
export const contactId = oneContact?.id ?? '';
export const contactKey = oneContact?.changeKey ?? '';

/** A sound request that removes that group. */
export const removeGroup = `<m:RemoveImGroup><m:GroupId Id="${groupId}"/></m:RemoveImGroup>`;
export const sound = envelope(removeGroup);

/** Children as requests have them. */
export const contact = `<m:ContactId Id="${contactId}"/>`;
export const group = `<m:GroupId Id="${groupId}"/>`;
export const groupIds = `<m:GroupIds><t:ItemId Id="${groupId}"/></m:GroupIds>`;
export const address = '<m:ImAddress>a@b.example</m:ImAddress>';

/** Requests around the content of their operation. */
export const add = (content: string) => envelope(`<m:AddImGroup>${content}</m:AddImGroup>`);
export const items = (content: string) => envelope(`<m:GetImItems>${content}</m:GetImItems>`);
export const list = (content: string) => envelope(`<m:GetImItemList>${content}</m:GetImItemList>`);
export const newContact = (content: string) =>
  envelope(`<m:AddNewImContactToGroup>${content}</m:AddNewImContactToGroup>`);
export const remove = (content: string) => envelope(`<m:RemoveImGroup>${content}</m:RemoveImGroup>`);
export const removeBoth = (content: string) =>
  envelope(`<m:RemoveImContactFromGroup>${content}</m:RemoveImContactFromGroup>`);
export const rename = (content: string) => envelope(`<m:SetImGroup>${content}</m:SetImGroup>`);
