import { findOperation } from '../../ews/operationNames.ts';
import type { Operation } from '../../ews/schema.ts';
import type { XmlElement } from '../../xml/index.ts';
import { namespaceOf, splitEwsName } from '../names.ts';
import { operationNamed } from '../request.ts';
import { type HoverLine, heading, list, paragraph } from './hover.ts';

/** What is known of an element of an answer or of a fault. */
export function answerLines(element: XmlElement): readonly HoverLine[] | undefined {
  const { key, form } = namespaceOf(element);
  if (key === 'soap') {
    if (element.local !== 'Fault') return undefined;
    return [
      heading(element.name),
      paragraph('The server refused the request as a whole, before it ran the operation.'),
    ];
  }
  if (key === undefined && form !== 'none') return undefined;
  const [, name = '', message] = /^(.+)Response(Message)?$/.exec(element.local) ?? [];
  const operation = operationNamed(name);
  if (operation && !message) {
    return [
      heading(element.name),
      paragraph(`The answer to ${operation.name}.`),
      ...codesOf(operation),
      ...returned(operation),
    ];
  }
  if (findOperation(name))
    return [heading(element.name), paragraph(message ? `One response message of ${name}.` : `The answer to ${name}.`)];
  const words = answerWords[`${element.parent?.local}/${element.local}`] ?? answerWords[element.local];
  return words === undefined ? undefined : [heading(element.name), paragraph(words)];
}

/** The codes that an operation answers, in words for this operation: those that its documentation names apart from others. */
export function codesOf({ errors, likelyErrors = [] }: Operation): readonly HoverLine[] {
  const likely: readonly string[] = likelyErrors;
  const all = Object.entries(errors);
  return [
    ...codeList(
      'Documented codes:',
      all.filter(([code]) => !likely.includes(code)),
    ),
    ...codeList(
      'Also likely, though not documented:',
      all.filter(([code]) => likely.includes(code)),
    ),
  ];
}

function codeList(label: string, codes: readonly (readonly [string, string])[]): readonly HoverLine[] {
  if (codes.length === 0) return [];
  return [paragraph(label), ...list(...codes.map(([code, meaning]) => `${code}: ${meaning}`))];
}

/** Own words for the elements of an answer; source: messages.xsd and types.xsd, and the shapes of the documented answers. */
const answerWords: Readonly<Record<string, string>> = {
  ServerVersionInfo:
    'The build that answered and the newest schema it speaks. Do not copy its Version into a request: it may be a service name that no request may carry.',
  ResponseMessages: 'The response messages, one for each thing that was asked for.',
  MessageText: 'What went wrong, in the words of the server and in the language of the mailbox.',
  ResponseCode: 'The outcome in one word: NoError, or the code of what went wrong.',
  DescriptiveLinkKey: 'Always 0.',
  MessageXml: 'Details for programs: values by name, or the properties concerned.',
  'MessageXml/Value': 'One value; its Name says which.',
  'MessageXml/LineNumber': 'The line of the request at which the server stopped reading.',
  'MessageXml/LinePosition': 'The character in that line at which the server stopped reading.',
  'MessageXml/Violation': 'What the schema does not allow, in the words of the server.',
  ExchangeStoreId: 'The id of an IM group: later requests send it as GroupId.',
  SourceId: 'The id of the contact item: later requests send it as ContactId.',
  MemberCorrelationKey: 'The contact items in an IM group: later requests send their ids as ContactId.',
  'MemberCorrelationKey/ItemId': 'The id of a contact item in the group: later requests send it as ContactId.',
  PersonaId:
    'The id of a persona, which gathers contacts. It is not what ContactId wants: take SourceId of its Attribution.',
  ImItemList: 'The IM groups and contacts of the mailbox.',
  'ImItemList/Groups': 'The IM groups of the mailbox, with the distribution groups on the list among them.',
  ImGroup: 'One IM group: its name, its kind, its id and its members.',
  'ImGroup/DisplayName': 'The name of the group as people see it.',
  'ImGroup/SmtpAddress': 'The address of the group, where it is a distribution group.',
  GroupType:
    'The kind of the group: IPM.DistList.MOC.UserGroup is one of the user, IPM.DistList.MOC.DG a distribution group; Favorites, OtherContacts and Tagged are those that an IM client brings along.',
  'ImItemList/Personas': 'The IM contacts of the mailbox, each as a persona.',
  Persona: 'One person, gathered from its contact items.',
  'Persona/DisplayName':
    'The name of the contact as people see it; of one known by a telephone number it may be empty.',
  'Persona/ImAddress': 'The address at which the contact is reached by instant messaging.',
  'Persona/EmailAddress': 'The e-mail address of the contact that comes first.',
  'Persona/EmailAddresses': 'All e-mail addresses of the contact.',
  Attributions: 'The contact items that the persona is gathered from.',
  Attribution: 'One contact item that the persona is gathered from: SourceId is its id.',
  faultcode: 'The kind of the fault. EWS writes its ResponseCode here, behind a prefix.',
  faultstring: 'What was wrong, in the words of the server.',
  'Fault/detail': 'Details for programs: the ResponseCode, and where in the request the server stopped.',
  'detail/Message': 'What was wrong, in the words of the server.',
};

function returned(operation: Operation): readonly HoverLine[] {
  const { returns } = operation.response;
  return returns ? list(`A success carries ${splitEwsName(returns).local}.`) : [];
}
