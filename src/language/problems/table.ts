/** How bad a problem is; the names are those of the settings and the command line. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** One kind of problem: its severity and its sentence, said once for the editor, the command line and the page of problems. */
export interface ProblemKind<Data> {
  readonly severity: Severity;
  /** What happened, then what to do, from the facts of the case. */
  readonly message: (data: Data) => string;
  /** Why it is a problem, for the page of problems. */
  readonly why: string;
}

/** A name as the reader sees it in this document, with its prefix. */
type Name = string;

function kind<Data = Record<never, never>>(
  severity: Severity,
  why: string,
  message: (data: Data) => string,
): ProblemKind<Data> {
  return { severity, message, why };
}

/** Every kind of problem by its code, object first. A code is stable: quick fixes and settings name it. */
export const problemTable = {
  'document.empty': kind(
    'error',
    'There is nothing to send.',
    () => 'The document is empty. Insert a whole envelope with a snippet, or run "EWS: New Request…".',
  ),
  'xml.not-well-formed': kind<{ reason: string }>(
    'error',
    'A server refuses text that is not well-formed XML before it looks at the request.',
    ({ reason }) => `This is not well-formed XML: ${reason}.`,
  ),
  'xml.raw-ampersand': kind(
    'error',
    'In XML an ampersand begins a reference. A bare one is the most common reason for ErrorSchemaValidation on names such as "R&D".',
    () => 'A bare & is not allowed in XML. Write &amp; instead.',
  ),
  'xml.end-tag-mismatched': kind<{ found: Name; expected?: Name }>(
    'error',
    'Every end tag must close the element that was opened last.',
    ({ found, expected }) =>
      expected
        ? `The end tag </${found}> does not match the open element <${expected}>. Write </${expected}>.`
        : `The end tag </${found}> closes nothing. Remove it.`,
  ),
  'xml.not-closed': kind<{ name: Name }>(
    'error',
    'Every element needs an end tag or ends in />.',
    ({ name }) => `<${name}> is never closed. Add </${name}>.`,
  ),
  'xml.tag-unfinished': kind<{ name: Name }>('error', 'A start tag ends in > or />.', ({ name }) =>
    name
      ? `The start tag of <${name}> is not finished. Add > or />.`
      : 'A name is missing after <. Write &lt; if the character itself is meant.',
  ),
  'xml.value-unquoted': kind<{ name: Name }>(
    'error',
    'Attribute values stand in double or single quotes.',
    ({ name }) => `The value of the attribute ${name} is not enclosed in quotes. Add the missing quote.`,
  ),
  'xml.attribute-without-value': kind<{ name: Name }>(
    'error',
    'In XML every attribute has a value.',
    ({ name }) => `The attribute ${name} has no value. Write ${name}="…".`,
  ),
  'xml.attribute-repeated': kind<{ name: Name }>(
    'error',
    'An element carries each attribute at most once.',
    ({ name }) => `The attribute ${name} stands twice. Remove one of them.`,
  ),
  'xml.entity-unknown': kind<{ name: string }>(
    'error',
    'XML knows five named references: &amp;, &lt;, &gt;, &quot; and &apos;. The others come from HTML.',
    ({ name }) =>
      `XML does not know the reference &${name};. Write the character itself, or &amp;${name}; for the text.`,
  ),
  'namespace.prefix-undeclared': kind<{ prefix: string; uri?: string }>(
    'error',
    'A prefix means nothing until xmlns binds it to a namespace.',
    ({ prefix, uri }) =>
      `The prefix ${prefix} is not declared.${uri ? ` Add xmlns:${prefix}="${uri}".` : ' Declare it with xmlns, or remove it.'}`,
  ),
  'namespace.https': kind<{ expected: string }>(
    'error',
    'Namespaces are names, not addresses: they are compared letter by letter, and the real ones begin with http://. Many published samples have https:// and are refused.',
    ({ expected }) =>
      `Namespaces are compared letter by letter, and this one begins with http://, not https://. Write ${expected}.`,
  ),
  'namespace.wrong': kind<{ expected: string }>(
    'error',
    'A namespace that differs in one letter is another namespace.',
    ({ expected }) => `This is not the namespace that servers know. Write ${expected}.`,
  ),
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
  'envelope.missing': kind<{ found: Name; operation: boolean }>(
    'error',
    'A request is a SOAP envelope: Envelope, an optional Header, and a Body that holds one operation.',
    ({ found, operation }) =>
      operation
        ? `<${found}> stands without a SOAP envelope. Put it into the Body of an Envelope.`
        : `A request begins with the Envelope of SOAP 1.1, not with <${found}>.`,
  ),
  'operation.missing': kind(
    'error',
    'The Body of a request holds one operation.',
    () => 'The Body is empty. Put one operation into it, such as m:RemoveImGroup.',
  ),
  'operation.repeated': kind<{ name: Name }>(
    'error',
    'The Body of a request holds exactly one operation; servers ignore or refuse a second.',
    ({ name }) => `A request holds one operation, and <${name}> is a further one. Send it in a request of its own.`,
  ),
  'operation.unknown': kind<{ name: Name; suggestion?: Name }>(
    'error',
    'EWS has 122 operations, and this is none of them.',
    ({ name, suggestion }) => `EWS has no operation ${name}.${suggestion ? ` Did you mean ${suggestion}?` : ''}`,
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
  'child.unknown': kind<{ parent: Name; child: Name; suggestion?: Name; allowed: readonly Name[] }>(
    'error',
    'The schema does not know this element at this place.',
    ({ parent, child, suggestion, allowed }) =>
      `<${child}> is not allowed in <${parent}>.${suggestion ? ` Did you mean <${suggestion}>?` : allowedSentence(allowed)}`,
  ),
  'child.repeated': kind<{ parent: Name; child: Name }>(
    'error',
    'The schema allows this element once.',
    ({ parent, child }) => `<${child}> stands twice in <${parent}>, and once is allowed. Remove one of them.`,
  ),
  'child.out-of-order': kind<{ child: Name; other: Name; wanted: 'before' | 'after' }>(
    'error',
    'The children of an operation form a sequence: servers refuse another order.',
    ({ child, other, wanted }) => `<${child}> must stand ${wanted} <${other}>. Move it there.`,
  ),
  'child.wrong-namespace': kind<{ child: Name; expected: Name; namespace: string }>(
    'error',
    'Operations and their children are in the messages namespace; headers, and ids inside lists, are in the types namespace.',
    ({ child, expected, namespace }) =>
      `<${child}> is in the wrong namespace. Write <${expected}>, in the ${namespace} namespace.`,
  ),
  'child.wrong-case': kind<{ child: Name; expected: Name }>(
    'error',
    'XML names are case-sensitive.',
    ({ child, expected }) => `The name is <${expected}>: upper and lower case matter, and <${child}> is another name.`,
  ),
  'choice.missing': kind<{ parent: Name; allowed: readonly Name[] }>(
    'error',
    'The schema requires one of several elements.',
    ({ parent, allowed }) => `<${parent}> is empty and needs ${oneOfSentence(allowed)}.`,
  ),
  'choice.several': kind<{ parent: Name; child: Name; allowed: readonly Name[] }>(
    'error',
    'The schema allows exactly one of several elements.',
    ({ parent, child, allowed }) =>
      `<${parent}> takes exactly one of ${allowed.join(', ')}, and <${child}> is a further one. Keep one.`,
  ),
  'content.not-empty': kind<{ name: Name; blank: boolean }>(
    'error',
    'The schema says that this element is empty; validators count even white space between its tags.',
    ({ name, blank }) =>
      blank
        ? `<${name}> must be empty, and even white space between its tags counts. Write <${name} …/>.`
        : `<${name}> must be empty. What it says stands in its attributes.`,
  ),
  'content.text': kind<{ name: Name }>(
    'error',
    'This element holds elements only.',
    ({ name }) => `<${name}> holds elements, not text. Remove the text or put it into an element.`,
  ),
  'id.wrapped': kind<{ name: Name; child: Name }>(
    'error',
    'GroupId and ContactId carry Id and ChangeKey themselves; only the lists of GetImItems hold t:ItemId.',
    ({ name, child }) => `<${name}> carries the id itself: put Id and ChangeKey on it and remove <${child}>.`,
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
  'attribute.unknown': kind<{ element: Name; attribute: Name; suggestion?: Name }>(
    'error',
    'The schema does not know this attribute.',
    ({ element, attribute, suggestion }) =>
      `<${element}> has no attribute ${attribute}.${suggestion ? ` Did you mean ${suggestion}?` : ' Remove it.'}`,
  ),
  'attribute.wrong-case': kind<{ attribute: Name; expected: Name }>(
    'error',
    'XML names are case-sensitive.',
    ({ attribute, expected }) =>
      `The name is ${expected}: upper and lower case matter, and ${attribute} is another name.`,
  ),
  'value.empty': kind<{ name: Name }>(
    'error',
    'The schema requires at least one character.',
    ({ name }) => `${name} must not be empty. Fill it in.`,
  ),
  'value.not-in-enumeration': kind<{ value: string; allowed: readonly string[]; suggestion?: string }>(
    'error',
    'The schema lists the values that are allowed; upper and lower case and white space count.',
    ({ value, suggestion, allowed }) =>
      `"${shown(value)}" is none of the allowed values.${suggestion ? ` Did you mean ${suggestion}?` : allowed.length > 12 ? '' : ` Allowed: ${allowed.join(', ')}.`}`,
  ),
  'value.wrong-form': kind<{ value: string; wanted: string }>(
    'error',
    'The schema gives the value a form.',
    ({ value, wanted }) => `"${shown(value)}" does not have the form the schema wants: ${wanted}.`,
  ),
  'value.blank': kind<{ name: Name }>(
    'warning',
    'White space alone satisfies the schema but is no name.',
    ({ name }) => `${name} holds white space only. Give it a name that people can see.`,
  ),
  'header.unknown': kind<{ name: Name; suggestion?: Name }>(
    'error',
    'EWS knows a small set of headers.',
    ({ name, suggestion }) =>
      `EWS has no header ${name}.${suggestion ? ` Did you mean ${suggestion}?` : ' Remove it.'}`,
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
  'version.missing': kind<{ since: string; operation: string }>(
    'warning',
    'Without RequestServerVersion a server assumes an old schema, which lacks the instant messaging operations.',
    ({ since, operation }) =>
      `RequestServerVersion is missing. ${operation} needs ${since} or later; add the header to be sure.`,
  ),
  'version.too-old': kind<{ value: string; since: string; operation: string }>(
    'error',
    'A server answers ErrorIncorrectSchemaVersion or ErrorSchemaValidation.',
    ({ value, since, operation }) => `${operation} does not exist in ${value}. Write ${since} or later.`,
  ),
  'version.undocumented': kind<{ value: string }>(
    'information',
    'The schema lists it, but the public documentation does not, and servers may refuse it.',
    ({ value }) =>
      `${value} is in the schema but not documented, and servers may refuse it. Exchange2013_SP1 is the newest documented value.`,
  ),
  'version.from-server': kind<{ value: string }>(
    'error',
    'ServerVersionInfo tells builds and service names that a request must not carry.',
    ({ value }) =>
      `"${shown(value)}" looks like a value of ServerVersionInfo. A request wants a schema version such as Exchange2013_SP1.`,
  ),
  'id.empty': kind<{ name: Name }>(
    'error',
    'The schema lets an empty Id pass, but servers answer ErrorInvalidIdEmpty.',
    ({ name }) =>
      `The Id of <${name}> is empty, and servers refuse that (ErrorInvalidIdEmpty). Take the id from GetImItemList.`,
  ),
  'id.white-space': kind(
    'warning',
    'An id broken by white space is another id.',
    () => 'There is white space inside this id. Ids have none: it probably came in while copying.',
  ),
  'id.not-base64': kind<{ character: string }>(
    'warning',
    'Ids are Base64 text: letters, digits, + and /, with = at the end.',
    ({ character }) => `Exchange ids are Base64, and ${character} cannot stand in one. Copy the id again in full.`,
  ),
  'id.cut': kind(
    'warning',
    'The length of Base64 text is a multiple of four, and an id tells its own length. Samples in documentation are often cut.',
    () => 'This id is cut short: servers answer ErrorInvalidIdMalformed. Copy it again in full.',
  ),
  'id.too-long': kind<{ length: number }>(
    'warning',
    'An id has at most 512 characters.',
    ({ length }) => `This id has ${length} characters, and Exchange ids have at most 512. It may be two ids in one.`,
  ),
  'id.message-id': kind(
    'warning',
    'Internet message ids and Exchange ids are two things.',
    () => 'This looks like an Internet Message-ID. EWS wants the item id that Exchange gave, such as AAMkA….',
  ),
  'id.url-safe': kind(
    'warning',
    'Graph and OWA write ids with - and _ where EWS has / and +.',
    () =>
      'This id is in the URL-safe form of Graph or OWA, with - and _. ConvertId translates it into the form of EWS.',
  ),
  'id.change-key': kind(
    'warning',
    'A ChangeKey tells the version of an item, not which item it is.',
    () => 'This looks like a ChangeKey, not an Id. Take the attribute Id of the same element.',
  ),
  'id.persona': kind<{ name: Name }>(
    'warning',
    'A persona gathers contacts; operations want the contact item itself: SourceId in its Attribution.',
    ({ name }) =>
      `This is the id of a persona or conversation, and <${name}> wants an item. Take SourceId of the persona's Attribution in GetImItemList.`,
  ),
  'id.unknown-layout': kind(
    'warning',
    'Every kind of Exchange id has a known beginning.',
    () => 'This is Base64, but not laid out as an Exchange id. Copy the id again in full.',
  ),
  'id.same': kind(
    'warning',
    'A contact and a group are two items.',
    () => 'ContactId and GroupId carry the same id. One of them was copied to the wrong place.',
  ),
  'id.swapped': kind(
    'warning',
    'A ChangeKey tells what kind of item it belongs to: contacts begin with EQ, groups with Eg.',
    () => 'ContactId and GroupId look swapped: by its ChangeKey this one is a group. Swap the two.',
  ),
  'id.other-mailbox': kind<{ mailbox: string; other: string }>(
    'warning',
    'An id names its mailbox, and a contact cannot be in a group of another mailbox.',
    ({ mailbox, other }) =>
      `ContactId and GroupId come from different mailboxes (${other} and ${mailbox}). Take both from one GetImItemList.`,
  ),
  'address.no-at-sign': kind<{ value: string }>(
    'warning',
    'The schema takes any text, and servers want an address.',
    ({ value }) => `"${shown(value)}" has no @. An address has the form name@example.com.`,
  ),
  'address.no-tel': kind<{ value: string }>(
    'warning',
    'The documentation writes tel: URIs here.',
    ({ value }) => `"${shown(value)}" does not begin with tel:. Write tel:+15550123, for example.`,
  ),
  'address.no-sip': kind<{ value: string }>(
    'warning',
    'The documentation writes sip: URIs here.',
    ({ value }) => `"${shown(value)}" does not begin with sip:. Write sip:name@example.com, for example.`,
  ),
  'address.sid-form': kind<{ value: string }>(
    'warning',
    'Servers answer ErrorInvalidSid to anything else.',
    ({ value }) => `"${shown(value)}" is no security identifier. Its form is S-1-5-21-….`,
  ),
  'extended-property.combination': kind(
    'warning',
    'A property is named either by PropertyTag alone, or by one property set and one of PropertyName and PropertyId.',
    () =>
      'These attributes do not name one property: use PropertyTag alone, or one property set id with one of PropertyName and PropertyId.',
  ),
  'extended-property.custom-tag': kind(
    'warning',
    'Tags from 0x8000 on are assigned by each store: ErrorNoPropertyTagForCustomProperties.',
    () =>
      'A PropertyTag from 0x8000 on is refused (ErrorNoPropertyTagForCustomProperties). Name the property by its set and name or id.',
  ),
  'extended-property.type': kind<{ value: string }>(
    'warning',
    'The schema lists these types, and servers refuse them.',
    ({ value }) => `Servers refuse the property type ${value} (ErrorUnsupportedMapiPropertyType). Choose another.`,
  ),
  'placeholder.unfilled': kind<{ placeholder: string }>(
    'warning',
    'A snippet left it for you to replace.',
    ({ placeholder }) => `The placeholder "${placeholder}" is still here. Replace it before you send.`,
  ),
  'dtd.present': kind(
    'error',
    'SOAP 1.1 forbids a document type declaration (section 3), and nothing here ever reads one.',
    () => 'SOAP does not allow a document type declaration. Remove it.',
  ),
  'instruction.present': kind(
    'warning',
    'SOAP 1.1 forbids processing instructions (section 3).',
    () => 'SOAP does not allow processing instructions. Remove it.',
  ),
  'encoding.not-utf-8': kind<{ encoding: string }>(
    'warning',
    'The editor sends UTF-8, whatever the declaration says.',
    ({ encoding }) => `The document declares ${shown(encoding)}, but it is sent as UTF-8. Declare UTF-8.`,
  ),
  'type.substituted': kind<{ type: string }>(
    'error',
    'xsi:type and xsi:nil change what the schema checks; EWS requests have no use for them here.',
    ({ type }) => `${type} does not fit this element. Remove it.`,
  ),
} as const;

/** The code of a kind of problem. */
export type ProblemCode = keyof typeof problemTable;

/** The facts of a case, from which the sentence is made and by which a quick fix works. */
export type ProblemData<Code extends ProblemCode = ProblemCode> = Parameters<(typeof problemTable)[Code]['message']>[0];

/** Every code, in the order of the table. */
export const problemCodes = Object.keys(problemTable) as readonly ProblemCode[];

function allowedSentence(allowed: readonly string[]): string {
  if (allowed.length === 0) return ' Remove it.';
  return allowed.length > 6 ? '' : ` Allowed here: ${allowed.map(name => `<${name}>`).join(', ')}.`;
}

function oneOfSentence(allowed: readonly string[]): string {
  return allowed.length === 1 ? `<${allowed[0]}>` : `one of ${allowed.map(name => `<${name}>`).join(', ')}`;
}

function shown(value: string): string {
  return value.length > 60 ? `${value.slice(0, 57)}…` : value;
}
