import { kind, type Name } from './kind.ts';

/** Elements and attributes: missing, unknown, or in the wrong place. */
export const structureKinds = {
  'envelope.soap12': kind<{ expected: string }>(
    'error',
    'The service description of EWS binds SOAP 1.1 only.',
    ({ expected }) => `This is the namespace of SOAP 1.2, and EWS takes SOAP 1.1 only. Write ${expected}.`,
  ),
  'envelope.soap-draft': kind<{ expected: string }>(
    'error',
    'Drafts of SOAP 1.2 had namespaces of their own; EWS takes SOAP 1.1 only.',
    ({ expected }) => `This is the namespace of a SOAP draft, and EWS takes SOAP 1.1 only. Write ${expected}.`,
  ),
  'envelope.wrapped': kind<{ around: Name; inSection?: true }>(
    'error',
    'The Envelope is the outermost element of a message; traces, pages and tools write something around it.',
    ({ around }) =>
      `<${around}> stands around the Envelope, which must be the outermost element. Keep the Envelope inside of it alone.`,
  ),
  'envelope.missing': kind<{ found: Name; fragment?: 'operation' | 'parts'; suggestion?: Name }>(
    'error',
    'A request is a SOAP envelope: Envelope, an optional Header, and a Body that holds one operation.',
    ({ found, fragment, suggestion }) => {
      if (fragment === 'parts') return `<${found}> stands without the Envelope around it. Put it into an Envelope.`;
      if (fragment) return `<${found}> stands without a SOAP envelope. Put it into the Body of an Envelope.`;
      const next = suggestion ? `Did you mean <${suggestion}>?` : 'Insert a whole envelope with a snippet.';
      return `A request begins with the Envelope of SOAP 1.1, not with <${found}>. ${next}`;
    },
  ),
  'operation.missing': kind(
    'error',
    'The Body of a request holds one operation.',
    () => 'The Body is empty. Put one operation into it, such as m:RemoveImGroup.',
  ),
  'operation.repeated': kind<{ name: Name; isAnswer?: true }>(
    'error',
    'The Body of a request holds exactly one operation; servers ignore or refuse a second.',
    ({ name, isAnswer }) =>
      isAnswer
        ? `<${name}> is an answer, which no request holds. Remove it.`
        : `A request holds one operation, and <${name}> is a further one. Send it in a request of its own.`,
  ),
  'operation.unknown': kind<{ name: Name; suggestion?: Name; takers: readonly Name[]; isRequestOf?: boolean }>(
    'error',
    'EWS has 122 operations, and this is none of them.',
    ({ name, suggestion, takers, isRequestOf }) => {
      if (isRequestOf) return `The request of the operation ${name} has another name. Write ${suggestion}.`;
      if (takers.length > 0) return `<${name}> stands without its operation. Put it into ${oneOfSentence(takers)}.`;
      return `EWS has no operation ${name}.${suggestion ? ` Did you mean ${suggestion}?` : ' Check its name.'}`;
    },
  ),
  'operation.not-checked': kind<{ name: Name }>(
    'information',
    'Sending and decoding work for every operation; the content is checked for those whose facts the extension holds.',
    ({ name }) => `${name} is an operation of EWS, but its content is not checked here. Sending and decoding work.`,
  ),
  'child.missing': kind<{ parent: Name; child: Name }>(
    'error',
    'The schema requires this child element.',
    ({ parent, child }) => `<${parent}> lacks its required child <${child}>. Add it.`,
  ),
  'child.unknown': kind<{
    parent: Name;
    child: Name;
    suggestion?: Name;
    /** Several that may be meant. */
    suggestions?: readonly Name[];
    allowed: readonly Name[];
    /** What the element says belongs into this attribute of its parent. */
    attribute?: Name;
    /** The operations that take all that stands in the parent. */
    operations?: readonly Name[];
  }>(
    'error',
    'The schema does not know this element at this place.',
    ({
      parent,
      child,
      suggestion,
      suggestions = suggestion ? [suggestion] : [],
      allowed,
      attribute,
      operations = [],
    }) => {
      const what = `<${child}> is not allowed in <${parent}>.`;
      const meant = eitherOf(suggestions);
      if (operations.length > 0) return `${what} ${otherOperationSentence(operations, meant)}`;
      const instead = meant ? ` Did you mean ${meant}?` : allowedSentence(allowed);
      return `${what}${attribute ? ` Write what it says as the attribute ${attribute}.` : instead}`;
    },
  ),
  'child.misplaced': kind<{ child: Name; wanted: Name; beside?: boolean }>(
    'error',
    'Header and Body stand in the Envelope, headers in the Header, the operation in the Body, and its parts beside one another.',
    ({ child, wanted, beside }) =>
      beside
        ? `<${child}> belongs beside <${wanted}>, not inside of it. Move it out.`
        : `<${child}> belongs into <${wanted}>. Move it there.`,
  ),
  'child.repeated': kind<{ parent: Name; child: Name; other?: Name; suggestion?: Name }>(
    'error',
    'The schema allows this element once.',
    ({ parent, child, other, suggestion }) => {
      const next = suggestion ? `Did you mean <${suggestion}>?` : 'Remove one of them.';
      return other
        ? `<${child}> stands beside <${other}> in <${parent}>, and one is allowed. ${next}`
        : `<${child}> stands twice in <${parent}>, and once is allowed. ${next}`;
    },
  ),
  'child.out-of-order': kind<{ child: Name; other: Name; wanted: 'before' | 'after' }>(
    'error',
    'The children of an operation form a sequence: servers refuse another order.',
    ({ child, other, wanted }) => `<${child}> must stand ${wanted} <${other}>. Move it there.`,
  ),
  'child.wrong-namespace': kind<{
    child: Name;
    expected: Name;
    namespace: string;
    none: boolean;
    also: readonly { readonly from: number; readonly expected: Name }[];
    /** The declaration that misleads a name with the right prefix. */
    declaration?: Name;
  }>(
    'error',
    'Operations and their children are in the messages namespace; headers, and ids inside lists, are in the types namespace.',
    ({ child, expected, namespace, none, declaration }) => {
      const wanted = namespace === 'soap' ? 'SOAP' : namespace;
      const where = `<${child}> is in ${none ? 'no' : 'the wrong'} namespace`;
      return declaration
        ? `${where}, because ${declaration} declares ${none ? 'none' : 'another one'} here. Declare the ${wanted} namespace.`
        : `${where}. Write <${expected}>, in the ${wanted} namespace.`;
    },
  ),
  'child.wrong-case': kind<{ child: Name; expected: Name }>(
    'error',
    'XML names are case-sensitive.',
    ({ child, expected }) => `Upper and lower case matter in names. Write <${expected}>, not <${child}>.`,
  ),
  'choice.missing': kind<{ parent: Name; allowed: readonly Name[] }>(
    'error',
    'The schema requires one of several elements.',
    ({ parent, allowed }) => `<${parent}> needs ${oneOfSentence(allowed)}. Add it.`,
  ),
  'choice.several': kind<{ parent: Name; child: Name; allowed: readonly Name[] }>(
    'error',
    'The schema allows exactly one of several elements.',
    ({ parent, child, allowed }) =>
      `<${parent}> takes exactly one of ${allowed.join(', ')}, and <${child}> is a further one. Keep one.`,
  ),
  'content.not-empty': kind<{ name: Name; blank: boolean; attribute?: Name }>(
    'error',
    'The schema says that this element is empty; validators count even white space between its tags.',
    ({ name, blank, attribute }) =>
      blank
        ? `<${name}> must be empty, and even white space between its tags counts. Write <${name} …/>.`
        : `<${name}> must be empty. ${attribute ? `Put what it says into its attribute ${attribute}.` : 'Remove what is between its tags.'}`,
  ),
  'content.text': kind<{ name: Name }>(
    'error',
    'This element holds elements only.',
    ({ name }) => `<${name}> holds elements, not text. Remove the text or put it into an element.`,
  ),
  'id.wrapped': kind<{ name: Name; child: Name; several: boolean }>(
    'error',
    'GroupId and ContactId carry Id and ChangeKey themselves; only the lists of GetImItems hold t:ItemId.',
    ({ name, child, several }) =>
      several
        ? `<${name}> carries one id, and here are several. Keep one of them, as Id and ChangeKey of <${name}>.`
        : `<${name}> carries the id itself: put Id and ChangeKey on it and remove <${child}>.`,
  ),
  'id.unwrapped': kind<{ name: Name; child: Name }>(
    'error',
    'The lists of GetImItems hold t:ItemId elements, and the ids stand on these.',
    ({ name, child }) => `<${name}> is a list: put the id on a <${child}> inside it.`,
  ),
  'attribute.missing': kind<{ element: Name; attribute: Name }>(
    'error',
    'The schema requires this attribute.',
    ({ element, attribute }) => `<${element}> lacks its required attribute ${attribute}. Add ${attribute}="…".`,
  ),
  'attribute.unknown': kind<{
    element: Name;
    attribute: Name;
    suggestion?: Name;
    /** The child that it is meant as. */
    child?: Name;
    /** The header that it is meant as. */
    header?: Name;
    /** It is meant as the text of the element. */
    text?: boolean;
    /** The attribute that is there already, in the right case. */
    beside?: Name;
  }>(
    'error',
    'The schema does not know this attribute.',
    ({ element, attribute, suggestion, child, header, text, beside }) => {
      const what = beside
        ? `<${element}> has ${beside} already, and ${attribute} is no attribute of it.`
        : `<${element}> has no attribute ${attribute}.`;
      if (suggestion) return `${what} Did you mean ${suggestion}?`;
      if (child) return `${what} Write it as the child <${child}>.`;
      if (header) return `${what} Write it as the header <${header}>.`;
      return `${what} ${text ? 'Write its value between the tags.' : 'Remove it.'}`;
    },
  ),
  'attribute.wrong-case': kind<{ attribute: Name; expected: Name }>(
    'error',
    'XML names are case-sensitive.',
    ({ attribute, expected }) => `Upper and lower case matter in names. Write ${expected}, not ${attribute}.`,
  ),
  'header.unknown': kind<{ name: Name; suggestion?: Name }>(
    'error',
    'EWS knows a small set of headers.',
    ({ name, suggestion }) =>
      `EWS has no header ${name}.${suggestion ? ` Did you mean ${suggestion}?` : ' Remove it.'}`,
  ),
  'header.of-answers': kind<{ name: Name; suggestion?: Name }>(
    'error',
    'A server tells its build in ServerVersionInfo; what a request wants to be understood as is RequestServerVersion.',
    ({ name, suggestion }) =>
      `<${name}> is a header of answers.${suggestion ? ` A request names its version in <${suggestion}>: write that instead.` : ' Remove it from the request.'}`,
  ),
  'header.repeated': kind<{ name: Name }>(
    'error',
    'A header stands at most once; twice is ErrorDuplicateSOAPHeader.',
    ({ name }) => `The header <${name}> stands twice, and servers refuse that (ErrorDuplicateSOAPHeader). Remove one.`,
  ),
  'header.not-bound': kind<{ name: Name; operation: string }>(
    'warning',
    'The service description says which headers an operation takes.',
    ({ name, operation }) =>
      `The service description does not bind the header ${name} to ${operation}. Servers mostly ignore it; remove it to be sure.`,
  ),
  'header.foreign': kind<{ name: Name }>(
    'information',
    'SOAP allows headers of other standards; EWS does not read them.',
    ({ name }) => `<${name}> is no header of EWS. SOAP allows it, and EWS does not read it.`,
  ),
  'header.must-understand': kind<{ name: Name }>(
    'warning',
    'SOAP 1.1 (section 4.2.3): a receiver that does not know a header with mustUnderstand="1" refuses the message.',
    ({ name }) =>
      `<${name}> says mustUnderstand="1", and servers refuse what they do not know. Remove the attribute or the header.`,
  ),
  'type.substituted': kind<{
    type: string;
    /** The element that has nothing but xsi:nil, as libraries write what is absent. */
    absent?: Name;
    /** It may be left out. */
    optional?: boolean;
  }>(
    'error',
    'xsi:type and xsi:nil change what the schema checks; EWS requests have no use for them here.',
    ({ type, absent, optional }) => {
      if (!absent) return `The attribute ${type} does not fit this element. Remove it.`;
      const next = optional ? 'Leave the element out' : 'Remove the attribute, and fill the element in';
      return `${type} says that <${absent}> is absent, and EWS takes no element for that. ${next}.`;
    },
  ),
} as const;

function otherOperationSentence(operations: readonly string[], child: string): string {
  const others = eitherOf(operations);
  if (child) return `Did you mean ${child}, or the operation ${others}?`;
  return `All that stands there is what ${others} takes: did you mean ${operations.length > 1 ? 'one of them' : 'that'}?`;
}

function eitherOf(names: readonly string[]): string {
  return names
    .map(name => `<${name}>`)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' or ');
}

function allowedSentence(allowed: readonly string[]): string {
  if (allowed.length === 0) return ' Remove it.';
  return allowed.length > 6 ? '' : ` Allowed here: ${allowed.map(name => `<${name}>`).join(', ')}.`;
}

function oneOfSentence(allowed: readonly string[]): string {
  return allowed.length === 1 ? `<${allowed[0]}>` : `one of ${allowed.map(name => `<${name}>`).join(', ')}`;
}
