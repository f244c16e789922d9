import {
  contactId,
  declarations,
  envelope,
  group,
  groupId,
  items,
  type Mistake,
  mistakes,
  types,
  version,
} from './mistake.ts';

const messages = types.replace(/types$/, 'messages');
const wrong = (name: string) => `⟦child.wrong-namespace|${name}⟧`;
const contactIds = `<m:ContactIds><t:ItemId Id="${contactId}"/></m:ContactIds>`;
const sound = items(contactIds);
const both = items(`${contactIds}<m:GroupIds><t:ItemId Id="${groupId}"/></m:GroupIds>`);
const operation = (declaration: string, content: string) =>
  envelope(`<m:GetImItems ${declaration}>${content}</m:GetImItems>`);
const plain = (content: string) => envelope(`<RemoveImGroup xmlns="${messages}">${content}</RemoveImGroup>`);
/** No prefix has the types but that of the operation. */
const withoutTypes = (bound: string, item: string) =>
  envelope(
    `<m:GetImItems xmlns:t="${bound}"><m:ContactIds><${item} Id="${contactId}"/></m:ContactIds></m:GetImItems>`,
    `<RequestServerVersion xmlns="${types}" Version="Exchange2013_SP1"/>`,
    declarations.replace(` xmlns:t="${types}"`, ''),
  );
const withOwnTypes = (item: string) =>
  envelope(
    `<m:GetImItems xmlns:t="urn:x"><m:ContactIds><${item} Id="${contactId}"/></m:ContactIds></m:GetImItems>`,
    version.replace('t:', 'x:'),
    declarations.replace('xmlns:t', 'xmlns:x'),
  );
/** The messages under another prefix than the customary one. */
const inOther = (content: string) =>
  envelope(`<x:RemoveImGroup>${content}</x:RemoveImGroup>`, version, declarations.replace('xmlns:m', 'xmlns:x'));

const inner: readonly Mistake[] = [
  {
    about: 't bound to the messages on the operation, and used for both',
    text: operation(`xmlns:t="${messages}"`, `<t:ContactIds><${wrong('t:ItemId')} Id="${contactId}"/></t:ContactIds>`),
    says: '<t:ItemId> is in the wrong namespace, because xmlns:t declares another one here. Declare the types namespace.',
    fix: 'Remove xmlns:t',
    after: sound,
    others: [],
    fixAll: sound,
  },
  {
    about: 'several names that it misleads: one problem',
    text: operation(
      `xmlns:t="${messages}"`,
      `<t:ContactIds><${wrong('t:ItemId')} Id="${contactId}"/></t:ContactIds><t:GroupIds><t:ItemId Id="${groupId}"/></t:GroupIds>`,
    ),
    fix: 'Remove xmlns:t',
    after: both,
    fixAll: both,
  },
  {
    about: 'the operation has the prefix as well',
    text: envelope(
      `<t:GetImItems xmlns:t="${messages}"><t:ContactIds><${wrong('t:ItemId')} Id="${contactId}"/></t:ContactIds></t:GetImItems>`,
    ),
    fix: 'Remove xmlns:t',
    after: sound,
    fixAll: sound,
  },
  {
    about: 'on a list',
    text: items(`<m:ContactIds xmlns:t="${messages}"><${wrong('t:ItemId')} Id="${contactId}"/></m:ContactIds>`),
    fix: 'Remove xmlns:t',
    after: sound,
    fixAll: sound,
  },
  {
    about: 'on the element itself, in a line of its own',
    text: items(`<m:ContactIds><${wrong('t:ItemId')}\n      xmlns:t="${messages}" Id="${contactId}"/></m:ContactIds>`),
    fix: 'Remove xmlns:t',
    after: sound,
    fixAll: sound,
  },
  {
    about: 'bound to something foreign',
    text: operation('xmlns:t="urn:x"', `<m:ContactIds><${wrong('t:ItemId')} Id="${contactId}"/></m:ContactIds>`),
    fix: 'Remove xmlns:t',
    after: sound,
    fixAll: sound,
  },
  {
    about: 'on the Header',
    text: sound
      .replace('<soap:Header>', `<soap:Header xmlns:t="${messages}">`)
      .replace('t:RequestServerVersion', wrong('t:RequestServerVersion')),
    fix: 'Remove xmlns:t',
    after: sound,
    fixAll: sound,
  },
  {
    about: 'm bound to the types on the operation: what stands inside with it is told next',
    text: envelope(
      `<${wrong('m:GetImItems')} xmlns:m="${types}"><m:ContactIds><m:ItemId Id="${contactId}"/></m:ContactIds></m:GetImItems>`,
    ),
    fix: 'Remove xmlns:m',
    after: items(`<m:ContactIds><${wrong('m:ItemId')} Id="${contactId}"/></m:ContactIds>`),
    fixAll: sound,
  },
  {
    about: 'no declaration around it that would be right: it gets the right value, and stays',
    text: withoutTypes('urn:x', wrong('t:ItemId')),
    says: '<t:ItemId> is in the wrong namespace, because xmlns:t declares another one here. Declare the types namespace.',
    fix: `Write ${types}`,
    after: withoutTypes(types, 't:ItemId'),
    fixAll: withoutTypes(types, 't:ItemId'),
  },
  {
    about: 'another prefix has the namespace: the name gets that',
    text: withOwnTypes(wrong('t:ItemId')),
    says: '<t:ItemId> is in the wrong namespace. Write <x:ItemId>, in the types namespace.',
    fix: 'Change to <x:ItemId>',
    after: withOwnTypes('x:ItemId'),
    fixAll: withOwnTypes('x:ItemId'),
  },
  {
    about: 'the one prefix of the messages means something else on the element itself',
    text: inOther(`<${wrong('t:GroupId')} xmlns:x="urn:y" Id="${groupId}"/>`),
    says: '<t:GroupId> is in the wrong namespace. Write <x:GroupId>, in the messages namespace.',
    fix: 'Change to <x:GroupId>',
    after: inOther(`<${wrong('x:GroupId')} xmlns:x="urn:y" Id="${groupId}"/>`),
    fixAll: inOther(`<x:GroupId Id="${groupId}"/>`),
  },
  {
    about: 'something else needs the declaration: that is for the author',
    text: operation(
      `xmlns:t="urn:x"`,
      `<m:ContactIds><${wrong('t:ItemId')} Id="${contactId}" ⟦attribute.unknown|t:note⟧="a"/></m:ContactIds>`,
    ),
  },
];

const none: readonly Mistake[] = [
  {
    about: 'xmlns="" where a prefix would do as well: the operation has none, and the child gets none',
    text: plain(`<${wrong('GroupId')} xmlns="" Id="${groupId}"/>`),
    says: '<GroupId> is in no namespace, because xmlns declares none here. Declare the messages namespace.',
    fix: 'Remove xmlns',
    after: plain(`<GroupId Id="${groupId}"/>`),
    fixAll: plain(`<GroupId Id="${groupId}"/>`),
  },
  {
    about: 'a prefix on the operation alone: its child has lost its own',
    text: envelope(`<m:RemoveImGroup><${wrong('GroupId')} Id="${groupId}"/></m:RemoveImGroup>`),
    says: '<GroupId> is in no namespace. Write <m:GroupId>, in the messages namespace.',
    fix: 'Change to <m:GroupId>',
    after: envelope(`<m:RemoveImGroup>${group}</m:RemoveImGroup>`),
    fixAll: envelope(`<m:RemoveImGroup>${group}</m:RemoveImGroup>`),
  },
];

mistakes('mistakes: an inner declaration that misleads names', inner);
mistakes('mistakes: an inner declaration of no namespace', none);
