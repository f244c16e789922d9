import type { ResponseCode } from './responseCodes/index.ts';
import type { ServerVersion } from './versions.ts';

/** A name in a namespace of EWS or SOAP 1.1: `m:` is messages, `t:` is types, whatever prefix a document uses. */
export type EwsName = `m:${string}` | `t:${string}` | `soap:${string}`;

/** How often a particle may stand: minOccurs and maxOccurs of XML Schema. */
export interface Occurrence {
  readonly min: 0 | 1;
  readonly max: 1 | 'unbounded';
}

/** A simple type: what text an attribute or an element may hold (facets of XML Schema). */
export interface SimpleType {
  /** Its name in the schema (`NonEmptyStringType`), or the built-in one (`xs:boolean`). */
  readonly name: string;
  readonly base: 'string' | 'boolean' | 'int' | 'unsignedShort' | 'dateTime' | 'language';
  readonly minLength?: number;
  readonly enumeration?: readonly string[];
  /** A regular expression for the whole value, written without anchors. */
  readonly pattern?: string;
  /** Further types whose values are valid too (xs:union). */
  readonly or?: readonly SimpleType[];
}

/** One attribute that an element may or must carry. EWS attributes are unqualified. */
export interface Attribute {
  readonly name: string;
  readonly type: SimpleType;
  readonly use: 'required' | 'optional';
  /** One sentence for hover and completion. */
  readonly summary: string;
}

/** What stands between the tags: nothing at all, text of a simple type, or child elements. */
export type Content =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly type: SimpleType }
  | { readonly kind: 'elements'; readonly particles: readonly Particle[] };

/** A complex type: attributes and content of an element. */
export interface ComplexType {
  /** Its name in the schema, for hover: `t:ItemIdType`. */
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly content: Content;
  /** Attributes of the SOAP namespace (mustUnderstand, actor) may stand too, as on the headers. */
  readonly soapAttributes?: true;
  /** The title of the page in the web service reference that documents elements of this type, where it has one. */
  readonly page?: string;
}

/**
 * What the text or the id means beyond its type, for checks that no schema can make and for filling it in:
 * ids of the IM list, addresses, names.
 */
export type Meaning =
  | 'imContactId'
  | 'imGroupId'
  | 'itemId'
  | 'displayName'
  | 'imAddress'
  | 'smtpAddress'
  | 'telUri'
  | 'sipUri'
  | 'telephoneNumber'
  | 'userPrincipalName'
  | 'sid'
  | 'extendedProperty';

/** A child element in the content of a complex type, or a header. */
export interface ElementParticle {
  readonly kind: 'element';
  readonly name: EwsName;
  readonly type: ComplexType;
  readonly occurs: Occurrence;
  /** One sentence for hover and completion. */
  readonly summary: string;
  readonly meaning?: Meaning;
}

/** Exactly one of several elements (or, unbounded, any number of any of them). */
export interface ChoiceParticle {
  readonly kind: 'choice';
  readonly options: readonly ElementParticle[];
  readonly occurs: Occurrence;
}

/** A sequence is a list of particles; the EWS IM requests need no deeper nesting than a choice in a sequence. */
export type Particle = ElementParticle | ChoiceParticle;

/** What an operation does to the mailbox: a sender asks before anything that is not `reads`. */
export type Effect = 'reads' | 'changes' | 'removes';

/** Where the answer keeps ResponseClass: on the response element itself, or on each entry of ResponseMessages. */
export type ResponseShape = 'direct' | 'messages';

/** Everything known of one operation: the one table all features read. */
export interface Operation {
  /** Local name of the request element in the messages namespace, and last part of the SOAPAction. */
  readonly name: string;
  /** Lowest RequestServerVersion that has the operation. */
  readonly since: ServerVersion;
  readonly effect: Effect;
  readonly summary: string;
  /** Children of the request element, in order. */
  readonly request: readonly Particle[];
  /** `returns` names the element that carries the payload of a success, if there is one. */
  readonly response: { readonly shape: ResponseShape; readonly returns?: EwsName };
  /** What a ResponseCode means for this very operation; goes before the general explanation. */
  readonly errors: Readonly<Partial<Record<ResponseCode, string>>>;
  /** Those among them that the documentation does not name for this operation: they follow from what it does. */
  readonly likelyErrors?: readonly ResponseCode[];
  /** What a reader should know besides: limits, differences between documentation and schema. */
  readonly notes: readonly string[];
  /** The page that documents the operation. */
  readonly documentation: string;
}

/** Declares an operation; the argument is checked against the vocabulary above at compile time. */
export function defineOperation<const T extends Operation>(operation: T): Operation {
  return operation;
}

/** A child that must stand exactly once. */
export function one(name: EwsName, type: ComplexType, summary: string, meaning?: Meaning): ElementParticle {
  return element(name, type, { min: 1, max: 1 }, summary, meaning);
}

/** A child that may stand once. */
export function optional(name: EwsName, type: ComplexType, summary: string, meaning?: Meaning): ElementParticle {
  return element(name, type, { min: 0, max: 1 }, summary, meaning);
}

/** A child that stands at least once, any number of times. */
export function many(name: EwsName, type: ComplexType, summary: string, meaning?: Meaning): ElementParticle {
  return element(name, type, { min: 1, max: 'unbounded' }, summary, meaning);
}

/** Exactly one of the given elements. */
export function oneOf(...options: readonly ElementParticle[]): ChoiceParticle {
  return { kind: 'choice', options, occurs: { min: 1, max: 1 } };
}

/** One or more elements, each any of the given ones. */
export function manyOf(...options: readonly ElementParticle[]): ChoiceParticle {
  return { kind: 'choice', options, occurs: { min: 1, max: 'unbounded' } };
}

/** A complex type whose content is the given particles in sequence. */
export function sequence(
  name: string,
  particles: readonly Particle[],
  attributes: readonly Attribute[] = [],
): ComplexType {
  return { name, attributes, content: { kind: 'elements', particles } };
}

/** A complex type (or an element of a simple type) that holds text. */
export function text(type: SimpleType): ComplexType {
  return { name: type.name, attributes: [], content: { kind: 'text', type } };
}

function element(
  name: EwsName,
  type: ComplexType,
  occurs: Occurrence,
  summary: string,
  meaning: Meaning | undefined,
): ElementParticle {
  return { kind: 'element', name, type, occurs, summary, ...(meaning && { meaning }) };
}
