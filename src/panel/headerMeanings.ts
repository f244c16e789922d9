/**
 * What a header of an answer tells a person who looks for a fault; undefined for one that tells nothing special.
 * Sources: the documentation on instrumenting and throttling EWS clients, exchangelib, the EWS Managed API.
 */
export function headerMeaning(name: string): string | undefined {
  return meanings.get(name.toLowerCase());
}

/** What a header of the request is for; undefined for one that explains itself. */
export function requestHeaderMeaning(name: string): string | undefined {
  return requestMeanings.get(name.toLowerCase());
}

const frontEnd = 'The front end that took the request.';
const backEnd = 'The mailbox server that the front end chose for this mailbox.';
const requestId = 'The id of this exchange in the logs of the server: the first thing support asks for.';

const meanings: ReadonlyMap<string, string> = new Map([
  ['request-id', requestId],
  ['requestid', requestId],
  ['client-request-id', 'The id this client gave the request, sent back by the server.'],
  ['x-feserver', frontEnd],
  ['x-calculatedfetarget', frontEnd],
  ['x-feproxyinfo', frontEnd],
  ['x-beserver', backEnd],
  ['x-targetbeserver', backEnd],
  ['x-calculatedbetarget', backEnd],
  ['x-backendhttpstatus', 'The status that the mailbox server gave to the front end.'],
  ['x-diaginfo', 'Diagnostic text, often the name of the mailbox server.'],
  ['retry-after', 'Seconds to wait before the next try.'],
  ['x-caserrorcode', 'The error as the front end names it.'],
  ['x-ms-diagnostics', 'Why the access token was refused: a number, a reason and a category.'],
  ['ms-diagnostics-public', 'Diagnostic text of the front end; the words Modern Auth mean that it wants OAuth.'],
  ['www-authenticate', 'A way to sign in that the endpoint offers.'],
  ['proxy-authenticate', 'A way to sign in that a proxy on the way asks for.'],
  ['location', 'The address it redirects to. Credentials are never sent there unasked.'],
  ['content-type', 'What the body claims to be; an EWS answer is text/xml.'],
  ['x-owa-version', 'The build of the Exchange front end.'],
  ['x-sandbox-answer', 'The sandbox was told beforehand to answer so.'],
  ['server', 'The web server, or the proxy before it.'],
  ['via', 'A proxy on the way handled this answer.'],
  ['set-cookie', 'Affinity of later requests; the value is never shown or kept.'],
]);

const requestMeanings: ReadonlyMap<string, string> = new Map([
  ['authorization', 'How the request signed in; the secret is never shown or kept.'],
  ['soapaction', 'The operation, as SOAP 1.1 wants it named in a header.'],
  ['client-request-id', 'The id of this request, to find it in the logs of the server.'],
  ['return-client-request-id', 'Asks the server to send that id back.'],
  ['x-anchormailbox', 'The mailbox by which the request is routed.'],
]);
