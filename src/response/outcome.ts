/** What came back, reduced to what a reader needs. Four arms: a server that answers, whatever it says, is no failure of ours. */
export type Outcome = Answered | SoapFault | HttpError | NotSoap;

/** A SOAP answer with response messages, also one that says Error inside HTTP 200. */
export interface Answered {
  readonly kind: 'answered';
  /** Local name of the response element without `Response`. */
  readonly operation: string;
  /** Every response message in order; never empty. */
  readonly messages: readonly ResponseMessage[];
  readonly server?: ServerVersionInfo;
  /** Things a reader should know of the text itself: https namespaces, replaced characters. */
  readonly notes: readonly string[];
}

/** One response message: the response element itself (IM operations) or an entry of ResponseMessages. */
export interface ResponseMessage {
  readonly responseClass: 'Success' | 'Warning' | 'Error' | undefined;
  /** Trimmed; absent when the message carries none. */
  readonly responseCode?: string;
  readonly messageText?: string;
  /**
   * What MessageXml holds, in order: named values; property paths under `FieldURI`, `IndexedFieldURI` and
   * `ExtendedFieldURI`; any other element under its own name.
   */
  readonly values: readonly (readonly [name: string, value: string])[];
  /** Code inside MessageXml (InnerErrorResponseCode). */
  readonly innerCode?: string;
  readonly backOffMilliseconds?: number;
}

/** A SOAP fault (HTTP 500 as a rule). */
export interface SoapFault {
  readonly kind: 'soapFault';
  /** e:ResponseCode, else the local part of faultcode when it begins with Error, else ErrorCode; absent when there is none. */
  readonly responseCode?: string;
  /** The value of faultcode as sent, prefix included. */
  readonly faultCode?: string;
  readonly faultString?: string;
  /** e:Message of the detail. */
  readonly messageText?: string;
  /** 1-based, in the request as sent; of a schema violation or malformed text. */
  readonly line?: number;
  /** 1-based, in UTF-16 units. */
  readonly position?: number;
  readonly violation?: string;
  readonly backOffMilliseconds?: number;
  /** What MessageXml holds besides line, position and violation; as in {@link ResponseMessage}. */
  readonly values: readonly (readonly [name: string, value: string])[];
  readonly innerCode?: string;
  readonly server?: ServerVersionInfo;
  readonly notes: readonly string[];
}

/** No SOAP, and the status says why: 401, 403, 404, 503 … */
export interface HttpError {
  readonly kind: 'httpError';
  readonly status: number;
  /** What kind of body came with it, in a few words: `empty`, `an HTML page titled …`. */
  readonly body: string;
  readonly bodyKind: BodyKind;
  /** First words of the body as plain text, at most 300 characters; absent when it is empty or not text. */
  readonly excerpt?: string;
  /** A code that the body names although it is no SOAP fault; servers do so for version problems. */
  readonly responseCode?: string;
  readonly notes: readonly string[];
}

/** A body that is no SOAP answer although the status was one of success (sign-in page, JSON, truncated XML). */
export interface NotSoap {
  readonly kind: 'notSoap';
  /** What it is, as far as one can tell: `an HTML page titled "Sign in"`. */
  readonly body: string;
  readonly bodyKind: BodyKind;
  /** First words of the body as plain text, at most 300 characters; absent when it is empty or not text. */
  readonly excerpt?: string;
  /** As in {@link HttpError}. */
  readonly responseCode?: string;
  readonly notes: readonly string[];
}

/** What a body is that is no SOAP answer. `request`: an envelope that holds a request instead of an answer. */
export type BodyKind =
  | 'empty'
  | 'signInPage'
  | 'serverErrorPage'
  | 'html'
  | 'json'
  | 'text'
  | 'binary'
  | 'request'
  | 'otherXml'
  | 'truncatedXml'
  | 'malformedXml'
  | 'refusedXml';

/** t:ServerVersionInfo of the answer's header. */
export interface ServerVersionInfo {
  readonly major?: number;
  readonly minor?: number;
  readonly build?: number;
  readonly revision?: number;
  /** Name of the schema version, which may be one that requests must not carry. */
  readonly version?: string;
}

/** An answer to decode: from the wire, or pasted by a person (then without status and headers). */
export interface RawAnswer {
  readonly status?: number;
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array | string;
}
