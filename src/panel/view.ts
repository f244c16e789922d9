import type { CutPart } from '../history/history.ts';
import { withoutSecrets } from '../history/secrets.ts';
import type { Explanation } from '../response/explanation.ts';
import type { Outcome } from '../response/outcome.ts';
import { isChosenAnswer } from '../sending/chosenAnswer.ts';
import type { Exchange, Failure } from '../sending/exchange.ts';
import { redactHeaders } from '../sending/redaction.ts';
import { type PanelActionName, panelAction } from './actions.ts';
import { failureActions, failureHeadline, failureSetting, fateOf, wasSent } from './failures.ts';
import { httpLayer, requestLayer, type ShownAnswer, soapLayer } from './layers.ts';
import { countText, durationText, shortText, sizeText, timeText } from './measures.ts';
import type { Callout, Field, Layer, PanelAction, PanelStep, PanelView } from './model.ts';
import { bareExplanation, messageTable, serverWords, toneWords } from './verdict.ts';

/** An answer that was not sent for here: pasted, selected, or opened from a file. */
export interface DecodedAnswer extends ShownAnswer {
  /** Names it in the commands of the panel. */
  readonly id: string;
  /** Where it comes from, such as `answer.xml` or `the clipboard`. */
  readonly source: string;
}

/** A group or contact of an answer in words. */
export interface ShownEntry {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

/** What the view needs to know besides. */
export interface PanelOptions {
  /** The product behind the server's build number. */
  readonly serverProduct?: string;
  /** Whether an earlier answer to the same operation is kept. */
  readonly hasPrevious?: boolean;
  /** Whether the request document can be shown at the line of the fault. */
  readonly hasPlace?: boolean;
  /** What of a stored exchange was too long to keep. */
  readonly cut?: readonly CutPart[];
  /** Actions that the front end does not have (yet): left out wherever they would stand. */
  readonly unavailable?: readonly PanelActionName[];
  /** The groups and contacts that the answer returned. */
  readonly entries?: readonly ShownEntry[];
  /** Writes an ISO 8601 time for the reader; in UTC unless given. */
  readonly timeText?: (iso: string) => string;
}

/** The panel for an exchange or a decoded answer with its explanation; the empty face for nothing. */
export function panelView(
  subject: Exchange | DecodedAnswer | undefined,
  explanation: Explanation | undefined,
  options: PanelOptions = {},
): PanelView {
  const view = subject === undefined ? emptyView() : filledView(subject, explanation, options);
  return withPrimary(withoutSecondWays(withoutActions(view, options.unavailable ?? [])));
}

function filledView(
  subject: Exchange | DecodedAnswer,
  explanation: Explanation | undefined,
  options: PanelOptions,
): PanelView {
  const told = withShortTexts(explanation);
  if (!('result' in subject)) {
    const answer = { ...subject, outcome: withShortTexts(subject.outcome) };
    return decodedView(answer, told ?? bareExplanation(answer.outcome), options);
  }
  const exchange = withoutSecrets(subject);
  if (exchange.result.kind === 'failure') return failureView(exchange, exchange.result, told, options);
  const answer = { ...exchange.result, outcome: withShortTexts(exchange.result.outcome) };
  return answerView(exchange, answer, told ?? bareExplanation(answer.outcome), options);
}

/** One field of an answer can be as long as the answer; cuts every text inside. */
function withShortTexts<Value>(value: Value): Value {
  return shortTexts(value) as Value;
}

function shortTexts(value: unknown): unknown {
  if (typeof value === 'string') return shortText(value);
  if (Array.isArray(value)) return value.map(shortTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, shortTexts(item)]));
}

function emptyView(): PanelView {
  return {
    face: 'empty',
    tone: 'none',
    title: 'EWS Response',
    context: [],
    headline: 'No answer yet',
    meaning:
      'Send a request, or decode an answer that you have. What it means, why, and what to do next is shown here.',
    facts: [],
    actions: [panelAction('newRequest', undefined), panelAction('decodeResponse', undefined)],
    callouts: [],
    steps: [],
    causes: [],
    layers: [],
  };
}

function answerView(
  exchange: Exchange,
  answer: ShownAnswer,
  explanation: Explanation,
  options: PanelOptions,
): PanelView {
  const { operation } = exchange;
  const named = answer.outcome.kind === 'answered' ? answer.outcome.operation : operation;
  return {
    ...explainedView(answer, explanation, exchange.id, named),
    ...entryTable(exchange.id, options.entries),
    facts: [...answerFacts(answer, exchange.durationMs), ...exchangeFacts(exchange, options)],
    actions: answerActions(exchange.id, answer, options, true),
    callouts: [...chosenCallout(exchange), ...repeatCallout(explanation), ...cutCallout(options.cut)],
    layers: present(soapLayer(answer, options.serverProduct), httpLayer(answer), requestLayer(exchange)),
  };
}

function decodedView(subject: DecodedAnswer, explanation: Explanation, options: PanelOptions): PanelView {
  const { http } = subject;
  const answer = http === undefined ? subject : { ...subject, http: { ...http, headers: redactHeaders(http.headers) } };
  const operation = answer.outcome.kind === 'answered' ? answer.outcome.operation : undefined;
  const view = explainedView(answer, explanation, subject.id, operation);
  return {
    ...(http === undefined && answer.outcome.kind === 'notSoap' ? ofNobody(view) : view),
    ...entryTable(subject.id, options.entries),
    facts: [...answerFacts(answer, undefined), { name: 'Decoded from', value: subject.source }],
    actions: answerActions(subject.id, answer, options, false),
    callouts: repeatCallout(explanation),
    layers: present(soapLayer(answer, options.serverProduct), httpLayer(answer)),
  };
}

/** What a person pasted without any HTTP was said by no server. */
function ofNobody<View extends Pick<PanelView, 'context' | 'said'>>({ said: _said, ...view }: View) {
  return { ...view, context: ['Text'] };
}

const mostEntries = 100;

function entryTable(exchangeId: string, entries: readonly ShownEntry[] = []): Pick<PanelView, 'entries'> {
  if (entries.length === 0) return {};
  const rows = entries.slice(0, mostEntries).map(({ id, name, detail }) => {
    const hint = `Use ${shortText(name)} in a new request`;
    const action = { ...panelAction('useInNewRequest', exchangeId), hint, arguments: [exchangeId, id] };
    return { name: shortText(name), detail: shortText(detail), action };
  });
  const all = countText(entries.length);
  const more = `Shown: ${countText(rows.length)} of ${all}. Open Formatted shows all.`;
  return { entries: { rows, ...(rows.length < entries.length && { more }) } };
}

/** What the two views of an answer have in common. */
function explainedView(
  { outcome }: ShownAnswer,
  { tone, headline, meaning, causes, steps }: Explanation,
  id: string,
  operation: string | undefined,
): Omit<PanelView, 'facts' | 'actions' | 'callouts' | 'layers'> {
  const said = serverWords(outcome);
  const messages = messageTable(outcome);
  return {
    face: outcome.kind,
    tone,
    title: titleOf(headline, operation),
    word: toneWords[tone],
    context: [operation, kindWords[outcome.kind]].filter(part => part !== undefined),
    headline,
    meaning,
    ...(said === undefined ? {} : { said }),
    causes,
    steps: steps.map(
      ({ text, action }): PanelStep => (action === undefined ? { text } : { text, action: panelAction(action, id) }),
    ),
    ...(messages === undefined ? {} : { messages }),
  };
}

function failureView(
  exchange: Exchange,
  failure: Failure,
  explanation: Explanation | undefined,
  options: PanelOptions,
): PanelView {
  const { id, operation } = exchange;
  const headline = explanation?.headline ?? failureHeadline(failure.code);
  const actions: readonly PanelActionName[] = [
    'sendAgain',
    ...failureActions(failure.code),
    'copyCode',
    ...requestCopies,
  ];
  return {
    face: 'failure',
    tone: 'error',
    title: titleOf(headline, operation),
    word: 'No answer',
    context: operation === undefined ? [] : [operation],
    headline,
    meaning: explanation?.meaning ?? [failure.message, failureSetting(failure.code)].filter(Boolean).join(' '),
    facts: [
      { name: 'Code', value: failure.code },
      { name: 'After', value: durationText(exchange.durationMs) },
      ...exchangeFacts(exchange, options),
    ],
    actions: actions.map(name => panelAction(name, id)),
    callouts: [fateOf(failure, operation, id), ...cutCallout(options.cut)],
    steps: (explanation?.steps ?? []).map(step =>
      step.action === undefined ? { text: step.text } : { text: step.text, action: panelAction(step.action, id) },
    ),
    causes: explanation?.causes ?? [],
    layers: [requestLayer(exchange)],
  };
}

const kindWords: Readonly<Record<Outcome['kind'], string | undefined>> = {
  answered: undefined,
  soapFault: 'SOAP fault',
  httpError: 'HTTP error',
  notSoap: 'Not SOAP',
};

const requestCopies: readonly PanelActionName[] = ['copyCurl', 'copyPowerShell', 'copyReport'];

function titleOf(headline: string, operation: string | undefined): string {
  return operation === undefined ? headline : `${headline}, ${operation}`;
}

function answerFacts({ http, size }: ShownAnswer, durationMs: number | undefined): readonly Field[] {
  return [
    ...(http === undefined ? [] : [{ name: 'Status', value: `HTTP ${http.status}` }]),
    ...(durationMs === undefined ? [] : [{ name: 'Duration', value: durationText(durationMs) }]),
    { name: 'Size', value: sizeText(size) },
  ];
}

function exchangeFacts({ endpoint, startedAt, result }: Exchange, options: PanelOptions): readonly Field[] {
  return [
    { name: 'Endpoint', value: endpoint.name },
    { name: wasSent(result) ? 'Sent' : 'Tried', value: (options.timeText ?? timeText)(startedAt) },
  ];
}

/** Only what applies: no code to copy without one, no place to go to without a line. */
function answerActions(id: string, answer: ShownAnswer, options: PanelOptions, sent: boolean): readonly PanelAction[] {
  const { outcome, text } = answer;
  const isXml = outcome.kind === 'answered' || outcome.kind === 'soapFault';
  const hasCode =
    outcome.kind === 'answered'
      ? outcome.messages.some(message => message.responseCode !== undefined)
      : outcome.responseCode !== undefined;
  const offers: readonly (readonly [PanelActionName, boolean])[] = [
    ['goToPlace', options.hasPlace === true && outcome.kind === 'soapFault' && outcome.line !== undefined],
    ['sendAgain', sent && !options.cut?.includes('request')],
    ['openXml', isXml && text !== ''],
    ['openReceived', !isXml && text !== ''],
    ['openFormatted', isXml],
    ['compareWithPrevious', options.hasPrevious === true],
    ['copyCode', hasCode],
    ...requestCopies.map(name => [name, sent] as const),
  ];
  return offers.filter(([, applies]) => applies).map(([name]) => panelAction(name, id));
}

function repeatCallout({ repeat }: Explanation): readonly Callout[] {
  return repeat === undefined ? [] : [{ kind: 'repeat', label: 'Sending it again', text: repeat, actions: [] }];
}

function chosenCallout(exchange: Exchange): readonly Callout[] {
  if (!isChosenAnswer(exchange)) return [];
  const text =
    'The sandbox was told to answer so, whatever the request says. The next request gets its ordinary answer.';
  return [{ kind: 'note', label: 'Chosen answer', text, actions: [] }];
}

function cutCallout(cut: readonly CutPart[] = []): readonly Callout[] {
  if (cut.length === 0) return [];
  const parts = cut.map(part => (part === 'outcome' ? 'some of its fields' : `the ${part}`)).join(' and ');
  const text = `This exchange was too long to keep whole: of ${parts} only the beginning is left.`;
  return [{ kind: 'note', label: 'Kept in part', text, actions: [] }];
}

function present(...layers: readonly (Layer | undefined)[]): readonly Layer[] {
  return layers.filter(layer => layer !== undefined);
}

/** Each thing to do is one button, at its first place: Go to the Place does what Go to the Request would do as well. */
function withoutSecondWays(view: PanelView): PanelView {
  const given = new Set<PanelActionName>(view.actions.some(({ name }) => name === 'goToPlace') ? ['fixRequest'] : []);
  const steps = view.steps.map(({ text, action }) => {
    if (!action || given.has(action.name)) return { text };
    given.add(action.name);
    return { text, action };
  });
  return { ...view, steps };
}

/** Sending again is never the first thing to do after an answer: it would get the same one, or do it twice. */
function withPrimary(view: PanelView): PanelView {
  const offered = view.actions.map(action => action.name);
  const always = (['goToPlace', 'newRequest'] as const).find(name => offered.includes(name));
  const step = view.tone === 'success' ? undefined : view.steps.find(each => each.action !== undefined)?.action?.name;
  const look = view.callouts.flatMap(callout => callout.actions)[0]?.name;
  const again = view.face === 'failure' && offered.includes('sendAgain') ? 'sendAgain' : undefined;
  const primary = always ?? step ?? look ?? again;
  return primary === undefined ? view : { ...view, primary };
}

function withoutActions(view: PanelView, names: readonly PanelActionName[]): PanelView {
  const isThere = (action: PanelAction | undefined) => action !== undefined && !names.includes(action.name);
  return {
    ...view,
    actions: view.actions.filter(isThere),
    callouts: view.callouts.map(callout => ({ ...callout, actions: callout.actions.filter(isThere) })),
    steps: view.steps.map(step => (isThere(step.action) ? step : { text: step.text })),
  };
}
