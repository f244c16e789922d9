import type { Explanation } from '../../src/response/explanation.ts';
import type { Outcome } from '../../src/response/outcome.ts';
import type { Answer, Exchange, Failure } from '../../src/sending/exchange.ts';

const groupId = 'AAMkADRhNzM0ZjQ2LTZkNzQtNGM1Ny1hMGQ4LWU5YjZlNTQxYmI3MgBGAAAAAAD0example+Group/Ids0=';

/** The envelope of RemoveImGroup for that group. */
export const requestText = `<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages" xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types">
  <soap:Header>
    <t:RequestServerVersion Version="Exchange2013"/>
  </soap:Header>
  <soap:Body>
    <m:RemoveImGroup>
      <m:GroupId Id="${groupId}"/>
    </m:RemoveImGroup>
  </soap:Body>
</soap:Envelope>
`;

const server = { major: 15, minor: 2, build: 1544, revision: 4, version: 'Exchange2016' };

/** An answer in the documented shape, from facts: MessageText before ResponseCode. */
function answerText(operation: string, responseClass: string, code: string, messageText?: string): string {
  const message = messageText === undefined ? '' : `<MessageText>${messageText}</MessageText>`;
  const link = messageText === undefined ? '' : '<DescriptiveLinkKey>0</DescriptiveLinkKey>';
  return `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header><h:ServerVersionInfo MajorVersion="15" MinorVersion="2" MajorBuildNumber="1544" MinorBuildNumber="4" Version="Exchange2016" xmlns:h="http://schemas.microsoft.com/exchange/services/2006/types" xmlns="http://schemas.microsoft.com/exchange/services/2006/types" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/></s:Header><s:Body xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><${operation}Response ResponseClass="${responseClass}" xmlns="http://schemas.microsoft.com/exchange/services/2006/messages">${message}<ResponseCode>${code}</ResponseCode>${link}</${operation}Response></s:Body></s:Envelope>`;
}

/** An exchange with this result; everything else as in a send to a real Exchange. */
export function exchangeOf(result: Answer | Failure, rest: Partial<Exchange> = {}): Exchange {
  return {
    id: '5f8c1d0e-7a34-4c6b-9f11-2b8d3e4f5a60',
    startedAt: '2026-11-20T19:41:35.120Z',
    durationMs: 182.4,
    endpoint: { name: 'Contoso', url: 'https://mail.contoso.example/EWS/Exchange.asmx' },
    operation: 'RemoveImGroup',
    request: {
      text: requestText,
      headers: [
        ['content-type', 'text/xml; charset=utf-8'],
        ['soapaction', '"http://schemas.microsoft.com/exchange/services/2006/messages/RemoveImGroup"'],
        ['accept', 'text/xml'],
        ['user-agent', 'EWS-Request-Studio/0.1.0'],
        ['client-request-id', '5f8c1d0e-7a34-4c6b-9f11-2b8d3e4f5a60'],
        ['return-client-request-id', 'true'],
        ['authorization', 'NTLM (redacted)'],
      ],
    },
    result,
    ...rest,
  };
}

/** An answer with this outcome and text. */
export function answerOf(outcome: Outcome, text: string, rest: Partial<Answer['http']> = {}): Answer {
  return {
    kind: 'answer',
    http: {
      status: 200,
      statusText: 'OK',
      headers: [
        ['content-type', 'text/xml; charset=utf-8'],
        ['server', 'Microsoft-IIS/10.0'],
        ['request-id', 'c0a8f3a2-4b1e-4d0e-8f57-91f0a4f0a7b1'],
        ['x-feserver', 'EX01'],
        ['x-beserver', 'EX02'],
        ['date', 'Fri, 20 Nov 2026 19:41:35 GMT'],
      ],
      timing: { nameMs: 3.2, connectMs: 11.9, tlsMs: 38.4, authenticationMs: 96.1, firstByteMs: 176, totalMs: 182.4 },
      ...rest,
    },
    text,
    size: new TextEncoder().encode(text).length,
    outcome,
  };
}

/** RemoveImGroup answered with Success. */
export const success: Exchange = exchangeOf(
  answerOf(
    {
      kind: 'answered',
      operation: 'RemoveImGroup',
      messages: [{ responseClass: 'Success', responseCode: 'NoError', values: [] }],
      server,
      notes: [],
    },
    answerText('RemoveImGroup', 'Success', 'NoError'),
  ),
);

/** Its explanation. */
export const successExplanation: Explanation = {
  tone: 'success',
  headline: 'NoError',
  meaning: 'The IM group was removed from the mailbox. Its contacts stay in the IM list.',
  causes: [],
  steps: [{ text: 'Read the list again to see what is left.', action: 'getCurrentIds' }],
  repeat: 'Sending it again is harmless; it then says ErrorInvalidImGroupId, because the group is gone.',
};

/** RemoveImGroup answered with ErrorInvalidImGroupId. */
export const error: Exchange = exchangeOf(
  answerOf(
    {
      kind: 'answered',
      operation: 'RemoveImGroup',
      messages: [
        {
          responseClass: 'Error',
          responseCode: 'ErrorInvalidImGroupId',
          messageText: 'The specified group could not be found in this mailbox.',
          values: [],
        },
      ],
      server,
      notes: [],
    },
    answerText(
      'RemoveImGroup',
      'Error',
      'ErrorInvalidImGroupId',
      'The specified group could not be found in this mailbox.',
    ),
  ),
);

/** Its explanation. */
export const errorExplanation: Explanation = {
  tone: 'error',
  headline: 'ErrorInvalidImGroupId',
  meaning:
    'No IM group in this mailbox has that id. It may have been removed already, perhaps by an earlier send of this very request.',
  causes: [
    'The group was removed already, maybe by an earlier try of the same request.',
    'The id belongs to another mailbox, or to something that is not an IM group.',
    'Impersonation points to another user than the one the id came from.',
  ],
  steps: [
    {
      text: 'Read the IM list of the same user and take the ExchangeStoreId of the group from there.',
      action: 'getCurrentIds',
    },
    { text: 'If this was a repeat after a lost answer, treat it as done.' },
  ],
  repeat: 'The same request gets the same answer. Correct the id first.',
};

/** Five response messages of mixed classes. */
export const several: Exchange = exchangeOf(
  answerOf(
    {
      kind: 'answered',
      operation: 'DeleteItem',
      messages: [
        { responseClass: 'Success', responseCode: 'NoError', values: [] },
        {
          responseClass: 'Error',
          responseCode: 'ErrorItemNotFound',
          messageText: 'The specified object was not found in the store.',
          values: [['MailboxGuid', '3c7f2ab4-90c4-4f0a-8d8e-6ad0b5f2f6a1']],
          innerCode: 'ErrorServerBusy',
          backOffMilliseconds: 297_749,
        },
        { responseClass: 'Warning', responseCode: 'ErrorBatchProcessingStopped', values: [] },
        { responseClass: 'Error', responseCode: 'ErrorItemNotFound', values: [] },
        { responseClass: undefined, values: [] },
      ],
      server,
      notes: ['Characters that XML does not allow were replaced.'],
    },
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"/>',
  ),
  { operation: 'DeleteItem' },
);

/** Warning tone. */
export const warningExplanation: Explanation = {
  tone: 'warning',
  headline: 'ErrorItemNotFound',
  meaning: 'Some of the items were deleted, others were not found.',
  causes: [],
  steps: [{ text: 'Repeat the request for the items that failed only.' }],
};

/** ErrorSchemaValidation with its place. */
export const fault: Exchange = exchangeOf(
  answerOf(
    {
      kind: 'soapFault',
      responseCode: 'ErrorSchemaValidation',
      faultCode: 'a:ErrorSchemaValidation',
      faultString: "The request failed schema validation: The required attribute 'Id' is missing.",
      messageText: 'The request failed schema validation.',
      line: 8,
      position: 8,
      violation: "The required attribute 'Id' is missing.",
      values: [],
      notes: [],
    },
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault/></s:Body></s:Envelope>',
    { status: 500, statusText: 'Internal Server Error' },
  ),
);

/** Its explanation. */
export const faultExplanation: Explanation = {
  tone: 'error',
  headline: 'ErrorSchemaValidation',
  meaning:
    'The request does not follow the schema, so nothing was carried out. The attribute Id of GroupId is missing.',
  causes: ['An element or attribute is missing, misspelt, or not in the order that the schema asks for.'],
  steps: [{ text: 'Go to line 8, column 8 of the request and add the attribute.', action: 'fixRequest' }],
  repeat: 'The same request gets the same answer.',
};

/** 401 without a body. */
export const unauthorized: Exchange = exchangeOf(
  answerOf({ kind: 'httpError', status: 401, body: 'empty', bodyKind: 'empty', notes: [] }, '', {
    status: 401,
    statusText: 'Unauthorized',
    headers: [
      ['www-authenticate', 'Negotiate'],
      ['www-authenticate', 'NTLM'],
      ['www-authenticate', 'Bearer client_id="00000002-0000-0ff1-ce00-000000000000", error="invalid_token"'],
      ['x-ms-diagnostics', '2000002;reason="The token has expired.";error_category="token_expired"'],
      ['request-id', 'c0a8f3a2-4b1e-4d0e-8f57-91f0a4f0a7b1'],
    ],
  }),
);

/** Its explanation. */
export const unauthorizedExplanation: Explanation = {
  tone: 'error',
  headline: 'HTTP 401',
  meaning: 'The endpoint does not accept who you say you are. It offers Negotiate, NTLM and Bearer.',
  causes: [
    'Wrong user name or password.',
    'The access token has expired.',
    'The endpoint wants another way to sign in.',
  ],
  steps: [
    { text: 'Check the user name and the authentication of the endpoint.', action: 'openEndpointSettings' },
    { text: 'Forget the stored password and type it anew.', action: 'signOut' },
  ],
  repeat: 'Not with the same credentials; many tries can lock the account.',
};

/** A sign-in page with status 200. */
export const signInPage: Exchange = exchangeOf(
  answerOf(
    {
      kind: 'notSoap',
      body: 'an HTML page titled "Sign in"',
      bodyKind: 'signInPage',
      excerpt: 'Sign in with your work account',
      notes: [],
    },
    '<!DOCTYPE html>\n<html><head><title>Sign in</title></head>\n<body><script>alert(1)</script></body></html>\n',
    {
      headers: [
        ['content-type', 'text/html'],
        ['via', '1.1 proxy.contoso.example'],
      ],
    },
  ),
);

/** Time limit reached after the request went out. */
export const timedOut: Exchange = exchangeOf(
  {
    kind: 'failure',
    code: 'timeout.headers',
    message:
      'mail.contoso.example did not begin to answer within 100 seconds. Try again when it is less busy, or allow more time.',
    sent: 'maybe',
  },
  { durationMs: 100_004 },
);

/** Nobody listens. */
export const refused: Exchange = exchangeOf(
  {
    kind: 'failure',
    code: 'network.refused',
    message: 'mail.contoso.example refused the connection on port 443. Check the address and the port of the endpoint.',
    sent: 'no',
  },
  { durationMs: 4.2 },
);
