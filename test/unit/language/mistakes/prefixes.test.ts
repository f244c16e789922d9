import {
  declarations,
  envelope,
  group,
  groupId,
  type Mistake,
  mistakes,
  removeGroup,
  sound,
  types,
  version,
} from './mistake.ts';

const messages = 'http://schemas.microsoft.com/exchange/services/2006/messages';
const soap = 'http://schemas.xmlsoap.org/soap/envelope/';

/** The sound request with a prefix of one's own for its operation. */
const own = sound.replace('xmlns:m', 'xmlns:ex').replaceAll(/(?<=<\/?)m:/g, 'ex:');
const impersonation =
  '<t:ExchangeImpersonation>\n    <t:ConnectingSID>\n      <t:PrincipalName>{{principal name}}</t:PrincipalName>\n    </t:ConnectingSID>\n  </t:ExchangeImpersonation>';

const acting = (header: string, user: string) =>
  envelope(removeGroup, `${version}<${header}><${user}/></${header.replace(/^.*\||⟧$/g, '')}>`);

const unprefixed = (content: string) =>
  envelope(
    `<AddImGroup xmlns="${messages}">${content}</AddImGroup>`,
    version,
    declarations.replace(/ xmlns:m="[^"]*"/, ''),
  );

/** The sound request with SOAP as the namespace of names without a prefix, which is declared behind the others. */
const withoutSoap = sound
  .replaceAll('soap:', '')
  .replace(`xmlns:soap="${soap}" `, '')
  .replace(`"${types}"`, `"${types}" xmlns="${soap}"`);

const prefixes: readonly Mistake[] = [
  {
    about: 'a slip in the prefix of the operation behind a header with such a prefix: one problem each',
    text: envelope(
      `<⟦namespace.prefix-undeclared|mm⟧:RemoveImGroup>${group}</mm:RemoveImGroup>`,
      `${version}<⟦header.unknown|⟦namespace.prefix-undeclared|qq⟧:Other⟧/>`,
    ),
  },
  {
    about: 'a slip in the prefix of the operation, and another prefix in it that nothing declares',
    text: envelope(
      `<⟦namespace.prefix-undeclared|mm⟧:RemoveImGroup>${group}<⟦namespace.prefix-undeclared|qq⟧:Other/></mm:RemoveImGroup>`,
    ),
    fix: 'Write m: in place of mm:',
    after: envelope(`<m:RemoveImGroup>${group}<⟦namespace.prefix-undeclared|qq⟧:Other/></m:RemoveImGroup>`),
  },
  {
    about: 'two prefixes that nothing declares: a second group is no further problem before its prefix is mended',
    text: envelope(
      `<m:RemoveImGroup>${group}<⟦namespace.prefix-undeclared|qq⟧:Other/><⟦namespace.prefix-undeclared|x⟧:GroupId Id="${groupId}"/></m:RemoveImGroup>`,
    ),
  },
  {
    about: 'm bound to the types',
    text: sound.replace(`xmlns:m="${messages}"`, `xmlns:m="⟦namespace.wrong|${types}⟧"`),
    says: `Names with the prefix m are of another namespace than this one. Write ${messages}.`,
    fix: `Write ${messages}`,
    after: sound,
    fixAll: sound,
  },
  {
    about: 'm and t exchanged',
    text: sound
      .replace(`xmlns:m="${messages}"`, `xmlns:m="⟦namespace.wrong|${types}⟧"`)
      .replace(`xmlns:t="${types}"`, `xmlns:t="⟦namespace.wrong|${messages}⟧"`),
    fix: `Write ${messages}`,
    after: sound.replace(`xmlns:t="${types}"`, `xmlns:t="⟦namespace.wrong|${messages}⟧"`),
    fixAll: sound,
  },
  {
    about: 'an Envelope without prefix and namespace',
    text: sound
      .replaceAll('soap:', '')
      .replace(`xmlns:soap="${soap}" `, '')
      .replace('<Envelope', '<⟦namespace.wrong|Envelope⟧'),
    says: 'This Envelope is in no namespace. Declare http://schemas.xmlsoap.org/soap/envelope/ for it.',
    fix: `Declare xmlns="${soap}"`,
    after: withoutSoap,
    others: [],
    fixAll: withoutSoap,
  },
  {
    about: 't bound to something foreign',
    text: sound.replace(types, `⟦namespace.wrong|${types}/${'x'.repeat(90)}⟧`),
    fix: `Write ${types}`,
    after: sound,
    fixAll: sound,
  },
  {
    about: 'soap bound to the messages',
    text: sound.replace(soap, `⟦namespace.wrong|${messages}⟧`),
    fix: `Write ${soap}`,
    after: sound,
    fixAll: sound,
  },
  {
    about: 'a prefix of one’s own that is not declared',
    text: sound
      .replaceAll('m:RemoveImGroup', 'ews:RemoveImGroup')
      .replaceAll('m:GroupId', 'ews:GroupId')
      .replace('<ews', '<⟦namespace.prefix-undeclared|ews⟧'),
    says: `The prefix ews is not declared. Add xmlns:ews="${messages}".`,
    fix: `Declare xmlns:ews="${messages}"`,
    after: sound
      .replaceAll('m:RemoveImGroup', 'ews:RemoveImGroup')
      .replaceAll('m:GroupId', 'ews:GroupId')
      .replace(declarations, `${declarations} xmlns:ews="${messages}"`),
    others: ['Write m: in place of ews:'],
    fixAll: sound
      .replaceAll('m:RemoveImGroup', 'ews:RemoveImGroup')
      .replaceAll('m:GroupId', 'ews:GroupId')
      .replace(declarations, `${declarations} xmlns:ews="${messages}"`),
  },
  {
    about: 'a slip in xmlns far from the beginning: that the prefix is missing is its consequence',
    text: envelope(
      `<!-- ${'x'.repeat(5000)} -->${removeGroup.replace('>', ` ⟦namespace.prefix-undeclared|xmln⟧:m="${messages}">`)}`,
      version,
      declarations.replace(/ xmlns:m="[^"]*"/, ''),
    ),
    says: 'The prefix xmln is not declared. Declare it with xmlns, or remove it.',
  },
  {
    about: 'the two prefixes of SoapUI, neither of them declared',
    text: `<soapenv:Envelope xmlns:soapenv="${soap}"><soapenv:Header>${version.replace('t:', '⟦namespace.prefix-undeclared|typ⟧:')}</soapenv:Header><soapenv:Body><⟦namespace.prefix-undeclared|mes⟧:GetImItemList/></soapenv:Body></soapenv:Envelope>`,
    fix: `Declare xmlns:typ="${types}"`,
    after: `<soapenv:Envelope xmlns:soapenv="${soap}" xmlns:typ="${types}"><soapenv:Header>${version.replace('t:', 'typ:')}</soapenv:Header><soapenv:Body><⟦namespace.prefix-undeclared|mes⟧:GetImItemList/></soapenv:Body></soapenv:Envelope>`,
    fixAll: `<soapenv:Envelope xmlns:soapenv="${soap}" xmlns:typ="${types}" xmlns:mes="${messages}"><soapenv:Header>${version.replace('t:', 'typ:')}</soapenv:Header><soapenv:Body><mes:GetImItemList/></soapenv:Body></soapenv:Envelope>`,
  },
  {
    about: 'another prefix in the start tag of the Envelope than everywhere else',
    text: sound.replace('<soap', '<⟦namespace.prefix-undeclared|s⟧'),
    says: 'The prefix s is not declared, and the end tag is </soap:Envelope>. Write <soap:Envelope>.',
    fix: 'Write soap: in place of s:',
    after: sound,
    others: [],
    fixAll: sound,
  },
  {
    about: 'another prefix in the start tag of an operation than in its end tag',
    text: sound.replace('<m:R', '<⟦namespace.prefix-undeclared|x⟧:R'),
    says: 'The prefix x is not declared, and the end tag is </m:RemoveImGroup>. Write <m:RemoveImGroup>.',
    fix: 'Write m: in place of x:',
    after: sound,
    others: [],
    fixAll: sound,
  },
  {
    about: 'another prefix in the end tag than in the start tag',
    text: sound.replace('</m:R', '</⟦xml.end-tag-mismatched|x:R').replace('ImGroup>\n  <', 'ImGroup⟧>\n  <'),
    fix: 'Change to </m:RemoveImGroup>',
    after: sound,
  },
  {
    about: 'a declaration of a prefix of one’s own, with a letter too few',
    text: own.replace(`xmlns:ex="${messages}"`, `⟦namespace.declaration-misspelt|xmls:ex="${messages}"⟧`),
    fix: `Write xmlns:ex="${messages}"`,
    after: own,
    fixAll: own,
  },
  {
    about: 'a declaration with a blank in xmlns: all of it',
    text: sound.replace(`xmlns:m="${messages}"`, `⟦namespace.declaration-misspelt|x mlns:m="${messages}"⟧`),
    fix: `Write xmlns:m="${messages}"`,
    after: sound,
    fixAll: sound,
  },
  {
    about: 'a header in the namespace of the operations: what it holds is checked as its own',
    text: acting('⟦child.wrong-namespace|m:ExchangeImpersonation⟧', '⟦choice.missing|t:ConnectingSID⟧'),
    fix: 'Change to <t:ExchangeImpersonation>',
    after: acting('t:ExchangeImpersonation', '⟦choice.missing|t:ConnectingSID⟧'),
    fixAll: acting('t:ExchangeImpersonation', 't:ConnectingSID'),
  },
  {
    about: 'a header in another namespace and another case: nothing is said of what it holds',
    text: envelope(removeGroup, `${version}<⟦child.wrong-namespace|m:exchangeImpersonation⟧/>`),
    fix: 'Change to <t:ExchangeImpersonation>',
    after: envelope(removeGroup, `${version}<⟦child.missing|t:ExchangeImpersonation⟧/>`),
    fixAll: envelope(removeGroup, `${version}${impersonation}`),
  },
  {
    about: 'a declaration in capitals',
    text: sound.replace(`xmlns:t="${types}"`, `⟦namespace.declaration-misspelt|XMLNS:t="${types}"⟧`),
    fix: `Write xmlns:t="${types}"`,
    after: sound,
    fixAll: sound,
  },
  {
    about: 'a prefix bound to nothing',
    text: sound.replace(`xmlns:t="${types}"`, '⟦namespace.declaration|xmlns:t=""⟧'),
    fix: `Write ${types}`,
    after: sound,
    fixAll: sound,
  },
  {
    about: 'names without the prefix that is declared',
    text: sound
      .replaceAll('m:RemoveImGroup', 'RemoveImGroup')
      .replaceAll('m:GroupId', 'GroupId')
      .replace('<RemoveImGroup', '<⟦child.wrong-namespace|RemoveImGroup⟧'),
    says: '<RemoveImGroup> is in no namespace. Write <m:RemoveImGroup>, in the messages namespace.',
    fix: 'Change to <m:RemoveImGroup>',
    after: sound,
    fixAll: sound,
  },
  {
    about: 'a prefix that is being typed',
    text: envelope(removeGroup, '<⟦xml.tag-unfinished|t:⟧\n  '),
    fix: 'Remove <t:',
    after: envelope(removeGroup, '\n  ').replace('soap:Header', '⟦version.missing|soap:Header⟧'),
  },
  {
    about: 'names in another case, one in the other',
    text: envelope(`<⟦child.wrong-case|m:removeImGroup⟧><m:groupId Id="${groupId}"/></m:removeImGroup>`),
    fix: 'Change to <m:RemoveImGroup>',
    after: envelope(`<m:RemoveImGroup><⟦child.wrong-case|m:groupId⟧ Id="${groupId}"/></m:RemoveImGroup>`),
    fixAll: sound,
  },
  {
    about: 'a child that must stand behind two others',
    text: envelope(
      `<m:AddNewImContactToGroup><⟦child.out-of-order|m:GroupId⟧ Id="${groupId}"/><m:ImAddress>a@b.example</m:ImAddress><m:DisplayName>A</m:DisplayName></m:AddNewImContactToGroup>`,
    ),
    fix: 'Move <m:GroupId> after <m:DisplayName>',
    after: envelope(
      `<m:AddNewImContactToGroup><m:ImAddress>a@b.example</m:ImAddress><m:DisplayName>A</m:DisplayName>${group}</m:AddNewImContactToGroup>`,
    ),
    fixAll: envelope(
      `<m:AddNewImContactToGroup><m:ImAddress>a@b.example</m:ImAddress><m:DisplayName>A</m:DisplayName>${group}</m:AddNewImContactToGroup>`,
    ),
  },
  {
    about: 'xmlns="" on a child, as programs write it that name no namespace',
    text: unprefixed('<⟦child.wrong-namespace|DisplayName⟧ xmlns="">Lunch</DisplayName>'),
    says: '<DisplayName> is in no namespace, because xmlns declares none here. Declare the messages namespace.',
    fix: 'Remove xmlns',
    after: unprefixed('<DisplayName>Lunch</DisplayName>'),
    fixAll: unprefixed('<DisplayName>Lunch</DisplayName>'),
  },
  {
    about: 'a prefix of one’s own that is not declared, on an operation of which the name alone is known',
    text: envelope('<⟦namespace.prefix-undeclared|ews⟧:EmptyFolder/>'),
    fix: `Declare xmlns:ews="${messages}"`,
    after: envelope('<⟦operation.not-checked|ews:EmptyFolder⟧/>', version, `${declarations} xmlns:ews="${messages}"`),
    fixAll: envelope('<ews:EmptyFolder/>', version, `${declarations} xmlns:ews="${messages}"`),
  },
];

mistakes('mistakes: prefixes and names', prefixes);
