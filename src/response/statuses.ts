import type { Explanation } from './explanation.ts';

/** The explanation of a status, which always says whether sending again helps. */
export interface StatusWords extends Omit<Explanation, 'tone' | 'headline'> {
  readonly repeat: string;
}

const again = { text: 'Send again after a moment.', action: 'sendAgain' } as const;
const address = {
  text: 'Check the address of the endpoint; it ends in /EWS/Exchange.asmx.',
  action: 'openEndpointSettings',
} as const;
const requestMustChange = 'Sending the same again does not help. The request must change.';
const endpointMustChange = 'Sending the same again does not help. The endpoint must change.';
const afterPause = 'Sending again can help after a pause.';

/**
 * What HTTP statuses mean when they come from EWS or from what stands before it. Sources: the Exchange documentation on
 * throttling, exchangelib and the EWS Managed API.
 */
export const statuses: ReadonlyMap<number, StatusWords> = new Map<number, StatusWords>([
  [
    400,
    {
      meaning: 'The web server or a proxy could not accept the HTTP request as such; EWS has not seen it.',
      causes: ['The headers are too long, as happens with a great Kerberos token.', 'A proxy altered the request.'],
      steps: [address, { text: 'Test the endpoint.', action: 'testEndpoint' }],
      repeat: requestMustChange,
    },
  ],
  [
    404,
    {
      meaning: 'There is nothing at this address of the server.',
      causes: [
        'The path is wrong: EWS lives at /EWS/Exchange.asmx.',
        'The request is longer than the web server accepts, which it also reports as 404 (404.13).',
      ],
      steps: [address],
      repeat: endpointMustChange,
    },
  ],
  [
    405,
    {
      meaning: 'The server does not take this kind of HTTP request here; EWS takes POST only.',
      causes: ['A redirect or a proxy turned the POST into a GET.', 'The address is not that of EWS.'],
      steps: [address],
      repeat: endpointMustChange,
    },
  ],
  [
    407,
    {
      meaning: 'The proxy on the way wants a sign-in of its own; the request has not reached Exchange.',
      causes: ['No user was given for the proxy, or a wrong one.'],
      steps: [{ text: 'Give user and password with the address of the proxy.', action: 'openEndpointSettings' }],
      repeat: 'Sending the same again does not help. The proxy must be told who you are.',
    },
  ],
  [
    413,
    {
      meaning: 'The request is too long for a proxy or for the web server.',
      causes: [
        'Exchange 2013 and later take 64 MB by default, Exchange 2010 35 MB, Exchange 2007 30 MB; a proxy may take less.',
      ],
      steps: [{ text: 'Send the request in smaller parts.', action: 'fixRequest' }],
      repeat: requestMustChange,
    },
  ],
  [
    415,
    {
      meaning: 'The server does not accept the Content-Type of the request; EWS wants text/xml.',
      causes: ['A proxy changed the header.', 'The address belongs to a service that speaks SOAP 1.2 or JSON.'],
      steps: [address],
      repeat: endpointMustChange,
    },
  ],
  [
    429,
    {
      meaning: 'The service asks for a pause, because too many requests came in a short time.',
      causes: ['The throttling budget of the caller is used up.'],
      steps: [again, { text: 'Send fewer requests at once.' }],
      repeat: afterPause,
    },
  ],
  [
    440,
    {
      meaning: 'The session of a sign-in form has ended: a reverse proxy or Outlook on the web answered, not EWS.',
      causes: ['The address leads through forms authentication.'],
      steps: [address],
      repeat: endpointMustChange,
    },
  ],
  [
    456,
    {
      meaning: 'The account is locked until its user signs in interactively.',
      causes: ['The service saw something suspicious, or too many wrong passwords.'],
      steps: [
        { text: 'Let the user sign in with a browser once; the reason phrase of the answer may hold the address.' },
        { text: 'Then sign in here again.', action: 'signOut' },
      ],
      repeat: 'Sending again helps once the account is unlocked.',
    },
  ],
  [
    500,
    {
      meaning: 'The server failed and sent no SOAP fault that would say why.',
      causes: ['The web application of Exchange broke off, often under load.', 'A proxy before Exchange failed.'],
      steps: [again, { text: 'Note the request-id header for the administrator.' }],
      repeat: afterPause,
    },
  ],
  [
    501,
    {
      meaning: 'The server does not implement what was asked.',
      causes: [
        'The namespaces of the envelope begin with https:// in place of http://; people report this status for it.',
      ],
      steps: [{ text: 'Write the namespaces with http://.', action: 'fixRequest' }],
      repeat: requestMustChange,
    },
  ],
  [
    502,
    {
      meaning: 'A proxy or load balancer got no proper answer from Exchange.',
      causes: ['The Exchange server is down, restarts, or is under load.'],
      steps: [again],
      repeat: afterPause,
    },
  ],
  [
    503,
    {
      meaning: 'The service takes no requests at the moment.',
      causes: ['Its queue is full or its application pool is down.', 'The caller is throttled.'],
      steps: [{ text: 'Wait a while, then send again.', action: 'sendAgain' }],
      repeat: afterPause,
    },
  ],
  [
    504,
    {
      meaning: 'A proxy or load balancer waited for Exchange in vain. The request may still be carried out.',
      causes: ['Exchange is under load, or the way to it is blocked.'],
      steps: [again],
      repeat: afterPause,
    },
  ],
  [
    507,
    {
      meaning: 'The server reports that space has run out; no use of this status by EWS is known.',
      causes: ['A quota of the mailbox or of the server is used up.'],
      steps: [{ text: 'Free space, or ask an administrator.' }],
      repeat: 'Sending again helps after space was freed.',
    },
  ],
]);
