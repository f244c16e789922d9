import type { PanelView } from '../../src/panel/index.ts';
import { panelView } from '../../src/panel/index.ts';
import * as sample from './exchanges.ts';

const serverProduct = 'Exchange Server 2019 CU14';

const answer = sample.error.result;
if (answer.kind !== 'answer') throw new Error('The sample is an answer.');

/** Every face of the panel, by name. */
export const panelPages: Readonly<Record<string, PanelView>> = {
  empty: panelView(undefined, undefined),
  list: panelView(sample.success, sample.successExplanation, {
    entries: [
      { id: 'AAMkAD', name: 'Project Phoenix', detail: 'IM group · 3 members: Ben Ortiz, Chandra Rao, Dana Novak' },
      { id: 'AAMkAE', name: 'Ben Ortiz', detail: 'Contact · ben.ortiz@contoso.example, in Project Phoenix' },
      { id: 'AAMkAF', name: '<b>'.repeat(60), detail: 'IM group · no members' },
    ],
  }),
  success: panelView(sample.success, sample.successExplanation, { serverProduct }),
  error: panelView(sample.error, sample.errorExplanation, { serverProduct, hasPrevious: true }),
  several: panelView(sample.several, sample.warningExplanation, { serverProduct }),
  fault: panelView(sample.fault, sample.faultExplanation, { hasPlace: true }),
  unauthorized: panelView(sample.unauthorized, sample.unauthorizedExplanation),
  notSoap: panelView(sample.signInPage, undefined),
  maybeSent: panelView(sample.timedOut, undefined),
  notSent: panelView(sample.refused, undefined),
  decoded: panelView(
    { id: 'decoded', source: 'answer.xml', outcome: answer.outcome, text: answer.text, size: answer.size },
    sample.errorExplanation,
    { serverProduct },
  ),
};
