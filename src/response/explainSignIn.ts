import { type ExplanationContext, isExchangeOnline } from './context.ts';
import type { Step } from './explanation.ts';
import type { StatusWords } from './statuses.ts';

/** Explains 401 from what the server offers, what the client tried and what the diagnostics say. */
export function explainUnauthorized(context: ExplanationContext): StatusWords {
  const offered = [...new Set((context.http?.schemes ?? []).map(({ scheme }) => scheme))];
  const schemes = offered.map(scheme => scheme.toLowerCase());
  const oauth = oauthWords(context);
  return {
    meaning: `The server does not accept the sign-in. ${offerWords(offered)}${oauth.meaning}`,
    causes: [
      ...oauth.causes,
      ...(isAboutToken(context) ? onlyBearer(schemes) : schemeCauses(context, schemes)),
      ...retirement(context),
      'A server under load sometimes answers 401 although the sign-in is right.',
    ],
    steps: signInSteps(context),
    repeat: 'Sending the same again does not help as a rule. The sign-in or the endpoint must change.',
  };
}

/** Explains 403: the caller is known, but EWS is closed to it. */
export function explainForbidden(context: ExplanationContext): StatusWords {
  const retired = retirement(context);
  const known = [
    'EWS is switched off for the mailbox or the organisation (EwsEnabled).',
    'An access policy allows or blocks programs by their User-Agent or application id (EwsApplicationAccessPolicy).',
    'Conditional access or an application access policy forbids it.',
    'The application lacks the permission for EWS.',
  ];
  const first = isExchangeOnline(context) === true;
  return {
    meaning: 'The server knows who asks and does not let this caller use EWS.',
    causes: first ? [...retired, ...known] : [...known, ...retired],
    steps: [
      { text: 'Ask an administrator whether EWS is open to this mailbox and to this program.' },
      { text: 'Check user and endpoint.', action: 'openEndpointSettings' },
    ],
    repeat: 'Sending the same again does not help. An administrator must act first.',
  };
}

/** Source: the announced end of EWS in Exchange Online. Left out when the server is known to be one's own. */
function retirement(context: ExplanationContext): readonly string[] {
  const online = isExchangeOnline(context);
  if (online === false) {
    return [];
  }
  const start = online === true ? 'Exchange Online' : 'If this is Exchange Online: it';
  return [
    `${start} lets only applications on the allow list of the tenant use EWS since October 2026, and ends EWS on 1 April 2027. Exchange on premises is not affected.`,
  ];
}

function offerWords(offered: readonly string[]): string {
  return offered.length === 0 ? 'It does not say which ways to sign in it offers.' : `It offers ${offered.join(', ')}.`;
}

function oauthWords(context: ExplanationContext): { meaning: string; causes: readonly string[] } {
  const reason = tokenReason(context);
  const modern = /modern auth/i.test(context.http?.diagnostics.publicDiagnostics ?? '');
  return {
    meaning: reason === undefined ? '' : ` About the token it says: ${reason}`,
    causes: [
      ...(reason === undefined ? [] : [tokenCause(context)]),
      ...(modern ? ['The server wants OAuth (modern authentication) and takes no password.'] : []),
    ],
  };
}

function tokenReason(context: ExplanationContext): string | undefined {
  const { oauth } = context.http?.diagnostics ?? {};
  return oauth?.meaning ?? oauth?.reason;
}

function tokenCause(context: ExplanationContext): string {
  return isExpired(context)
    ? 'The token was used after its time: tokens hold for a while only, and then a new one must be fetched.'
    : 'The token came, and the server refuses it for the reason above.';
}

function isExpired(context: ExplanationContext): boolean {
  return context.http?.diagnostics.oauth?.category === 'token_expired';
}

/** A server that judges a token has got one: then neither a password nor the want of credentials is the cause. */
function isAboutToken(context: ExplanationContext): boolean {
  const { authentication = 'bearer' } = context;
  return tokenReason(context) !== undefined && (authentication === 'bearer' || authentication === 'none');
}

function schemeCauses(context: ExplanationContext, offered: readonly string[]): readonly string[] {
  const { authentication } = context;
  if (authentication === undefined) {
    return offered.length === 0 ? ['No credentials were sent, or they are wrong.'] : generalCauses(offered);
  }
  if (authentication === 'none') {
    return ['No credentials were sent: the authentication of the endpoint is "none".'];
  }
  if (offered.length > 0 && !isOffered(authentication, offered)) {
    return [
      authentication === 'auto'
        ? 'The authentication of the endpoint is "auto", which takes Negotiate or NTLM and never Basic; the server offers neither, so no password was sent.'
        : `The authentication of the endpoint is "${authentication}", which the server does not offer.`,
      ...onlyBearer(offered),
    ];
  }
  if (context.provedBy === 'kerberos') {
    return kerberosCauses;
  }
  if (authentication === 'bearer') {
    return ['The token has expired, or it was issued for another resource or tenant.'];
  }
  return authentication === 'basic' ? passwordCauses : [...passwordCauses, ...windowsCauses];
}

function isOffered(authentication: string, offered: readonly string[]): boolean {
  const usable = authentication === 'auto' ? ['negotiate', 'ntlm'] : [authentication];
  return usable.some(scheme => offered.includes(scheme));
}

function generalCauses(offered: readonly string[]): readonly string[] {
  const windows = offered.includes('ntlm') || offered.includes('negotiate');
  return [...onlyBearer(offered), ...passwordCauses, ...(windows ? windowsCauses : [])];
}

function onlyBearer(offered: readonly string[]): readonly string[] {
  return offered.length > 0 && offered.every(scheme => scheme === 'bearer')
    ? ['The server takes OAuth tokens only; it has no use for a password.']
    : [];
}

const passwordCauses: readonly string[] = [
  'User or password is wrong, or the account is locked.',
  'The user is written in a form the server does not take: try DOMAIN\\user as well as user@domain.',
];

/** Extended Protection is on by default since Exchange 2019 CU14. Source: the Exchange documentation. */
const windowsCauses: readonly string[] = [
  'Extended Protection: a proxy or load balancer that ends TLS on the way makes the channel binding differ, and the server refuses the sign-in however right the password is. A server that requires the binding must be reached without that proxy.',
];

/** Nothing here is of use against a channel binding that is missing, so the switch for it is not spoken of. */
const kerberosCauses: readonly string[] = [
  'A Kerberos ticket was sent, and Kerberos carries no channel binding here: a server that requires Extended Protection refuses it, however right the ticket is.',
  'The account of the ticket is not the one that has the mailbox.',
  'The service name HTTP/HOST of this address belongs to no account of the domain, or to another than that of the server.',
];

function signInSteps(context: ExplanationContext): readonly Step[] {
  if (context.provedBy === 'kerberos') {
    return [
      {
        text: 'Set authentication "ntlm" and a user name for the endpoint: NTLM carries the channel binding.',
        action: 'openEndpointSettings',
      },
      { text: 'Test the endpoint: it shows what the server offers.', action: 'testEndpoint' },
    ];
  }
  return [
    ...credentialSteps(context),
    { text: 'Check user and authentication of the endpoint.', action: 'openEndpointSettings' },
    ...(mayMissBinding(context) ? [withoutBinding] : []),
    { text: 'Test the endpoint: it shows what the server offers.', action: 'testEndpoint' },
  ];
}

function credentialSteps(context: ExplanationContext): readonly Step[] {
  const { authentication } = context;
  if (isExpired(context) && authentication !== 'bearer') return [{ text: 'Get a new token.' }];
  if (isExpired(context)) return [{ text: 'Sign out and enter a fresh token.', action: 'signOut' }];
  if (authentication === 'none') return [];
  return [{ text: 'Sign out, so that the next send asks for the password or token again.', action: 'signOut' }];
}

/** NTLM was tried, or may have been, and the server takes it: only then can the channel binding be what is wrong. */
function mayMissBinding({ authentication, http }: ExplanationContext): boolean {
  const offered = (http?.schemes ?? []).map(({ scheme }) => scheme.toLowerCase());
  const isWindows = authentication === undefined || ['ntlm', 'negotiate', 'auto'].includes(authentication);
  return isWindows && (offered.includes('ntlm') || offered.includes('negotiate'));
}

const withoutBinding: Step = {
  text: 'Where a proxy or balancer ends TLS on the way, leave the channel binding out: channelBinding "off" for the endpoint.',
  action: 'openEndpointSettings',
};
