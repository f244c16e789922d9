import type { Meaning } from '../../ews/schema.ts';
import { textOf, type XmlElement } from '../../xml/index.ts';
import { type Check, valueRange } from './context.ts';

/** What makes an address one that no server takes. */
export type AddressFault = 'several' | 'blank' | 'half' | 'tel' | 'sip';

/** Checks an address, a URI of a telephone or a chat, or the SID of a user. */
export function checkAddress(check: Check, element: XmlElement, meaning: Meaning, value: string): void {
  const form = forms[meaning];
  if (!form) return;
  const range = valueRange(element);
  const { reporter } = check;
  const meant = value.length > longestAddress ? undefined : bare(value, form);
  if (meant !== undefined) reporter.report('address.not-bare', range, { value, meant });
  else if (form === 'tel' || form === 'sip') checkScheme(check, element, form, value);
  else if (form === 'sid') {
    if (!isSid(value)) reporter.report('address.sid-form', range, { value });
  } else if (!value.includes('@')) {
    reporter.report('address.no-at-sign', range, { value, upn: form === 'upn' });
  } else {
    const fault = faultOf(value);
    if (fault) reporter.report('address.malformed', range, { value, fault });
  }
}

/** True for a security identifier in the form of SDDL. */
export function isSid(value: string): boolean {
  return /^S-1-\d+(?:-\d+)+$/.test(value);
}

type Form = 'smtp' | 'upn' | 'sid' | 'tel' | 'sip';

const forms: Readonly<Partial<Record<Meaning, Form>>> = {
  imAddress: 'smtp',
  smtpAddress: 'smtp',
  userPrincipalName: 'upn',
  telUri: 'tel',
  sipUri: 'sip',
  sid: 'sid',
};

const longestAddress = 1000;

/** The address in a text that adds something to it: white space, a name, the scheme of a mail, slashes behind a scheme. */
function bare(value: string, form: Form): string | undefined {
  const trimmed = value.replace(unseen, '').trim();
  const found = wrappings[form]
    .map(pattern => pattern.exec(trimmed)?.slice(1).join(''))
    .find(text => text !== undefined);
  const meant = found ?? (trimmed === value ? undefined : trimmed);
  return meant !== undefined && proofs[form].test(meant) ? meant : undefined;
}

/** Characters without a width, which come in with copied text and which no address has. */
const unseen = /\p{Cf}/gu;

const mailWrappings: readonly RegExp[] = [
  /^[^<>@]*<([^\s<>@]+@[^\s<>@]+)>[\s,;]*$/,
  /^(?:mailto|smtp):\s*([^\s@:]+@[^\s@]+)$/i,
  /^["']([^\s"'@]+@[^\s"'@]+)["']$/,
];

const wrappings: Readonly<Record<Form, readonly RegExp[]>> = {
  smtp: mailWrappings,
  upn: mailWrappings,
  sid: [],
  tel: [/^(tel:)(?:\/\/|\s+)(.+)$/i],
  sip: [/^(sip:)(?:\/\/|\s+)(.+)$/i],
};

/** What is proposed must pass for itself. */
const proofs: Readonly<Record<Form, RegExp>> = {
  smtp: /^[^\s@,;]+@[^\s@,;]+$/,
  upn: /^[^\s@,;]+@[^\s@,;]+$/,
  sid: /^S-1-\d+(?:-\d+)+$/,
  tel: /^tel:[^\s/]/i,
  sip: /^sip:[^\s/]/i,
};

/** Only what is wrong beyond doubt: a quoted part before the @ may hold anything. */
function faultOf(value: string): AddressFault | undefined {
  const address = value.trim();
  if (value.length > longestAddress || address.includes('"')) return undefined;
  if (/@[^@]*[\s,;][^@]*@/.test(address)) return 'several';
  if (/\s/.test(address)) return 'blank';
  return address.startsWith('@') || address.endsWith('@') ? 'half' : undefined;
}

/** Schemes that people write for another one. */
const replaced: Readonly<Record<'tel' | 'sip', RegExp>> = {
  tel: /^(?:callto|phone|telephone):/i,
  sip: /^(?:sips|im|mailto|smtp):/i,
};

function checkScheme(check: Check, element: XmlElement, form: 'tel' | 'sip', value: string): void {
  const starts = (text: string, scheme: string) => text.trimStart().toLowerCase().startsWith(`${scheme}:`);
  if (starts(value, form)) {
    const rest = value.trim().slice(form.length + 1);
    if (/^[\s/]*$/.test(rest)) check.reporter.report('address.malformed', valueRange(element), { value, fault: form });
    return;
  }
  const other = form === 'tel' ? 'sip' : 'tel';
  const sibling = neighbours(element).find(({ local }) => local === siblings[form]);
  if (sibling && starts(value, other) && starts(textOf(check.request.xml, sibling), form)) {
    // Both stand in the place of the other: that is said once.
    if (form === 'tel') {
      const message = 'The other address is here.';
      check.reporter.report('address.swapped', valueRange(element), {}, [{ ...valueRange(sibling), message }]);
    }
    return;
  }
  const scheme = /^[a-z][a-z0-9+-]*:(?!\d+$)/i.exec(value)?.[0];
  const facts = { value, ...(scheme && { scheme, replaceable: replaced[form].test(value) }) };
  check.reporter.report(form === 'tel' ? 'address.no-tel' : 'address.no-sip', valueRange(element), facts);
}

/** The first elements beside one: no request has more of them, and a hostile text has any number. */
function neighbours({ parent }: XmlElement): readonly XmlElement[] {
  return (parent?.children ?? []).slice(0, 32).filter(child => child.kind === 'element');
}

const siblings = { tel: 'ImContactSipUriAddress', sip: 'TelUriAddress' } as const;
