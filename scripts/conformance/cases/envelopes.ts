import { type Case, invalid, malformed, valid } from '../case.ts';
import {
  declarations,
  envelope,
  groupId,
  id,
  instance,
  messages,
  removeGroup,
  soap,
  soundBody,
  version,
  withHeader,
} from '../envelopes.ts';

const sound = envelope(soundBody);
const group = id('m:GroupId', groupId);
const root = (attribute: string) => withHeader(version, `${declarations} ${attribute}`);

const parts: readonly Case[] = [
  valid(
    'header-absent',
    'No Header at all: the version is missing.',
    sound
      .replace('<soap:Envelope', '<⟦version.missing|soap:Envelope⟧')
      .replace(/ {2}<soap:Header>[\s\S]*<\/soap:Header>\n/, ''),
  ),
  valid(
    'header-empty',
    'A Header without a version.',
    sound.replace(/<soap:Header>[\s\S]*<\/soap:Header>/, '<⟦version.missing|soap:Header⟧/>'),
  ),
  invalid(
    'body-absent',
    'No Body.',
    sound
      .replace('<soap:Envelope', '<⟦child.missing|soap:Envelope⟧')
      .replace(/ {2}<soap:Body>[\s\S]*<\/soap:Body>\n/, ''),
  ),
  invalid(
    'body-empty',
    'A Body with nothing in it.',
    sound.replace(/<soap:Body>[\s\S]*<\/soap:Body>/, '<⟦operation.missing|soap:Body⟧></soap:Body>'),
  ),
  invalid(
    'body-self-closed',
    'A self-closed Body.',
    sound.replace(/<soap:Body>[\s\S]*<\/soap:Body>/, '<⟦operation.missing|soap:Body⟧/>'),
  ),
  invalid(
    'body-twice',
    'A second Body.',
    sound.replace(
      '</soap:Body>',
      '</soap:Body>\n  <⟦child.repeated|soap:Body⟧>\n    <m:GetImItemList/>\n  </soap:Body>',
    ),
  ),
  invalid(
    'header-twice',
    'A second Header.',
    sound.replace('</soap:Header>', '</soap:Header>\n  <⟦child.repeated|soap:Header⟧/>'),
  ),
  invalid(
    'header-after-body',
    'The Header behind the Body.',
    sound.replace(
      /( {2}<)(soap:Header)([\s\S]*<\/soap:Header>\n)( {2}<soap:Body>[\s\S]*<\/soap:Body>\n)/,
      '$4$1⟦child.out-of-order|soap:Header⟧$3',
    ),
  ),
  invalid(
    'body-lower-case',
    'The Body in lower case.',
    sound.replace('<soap:Body', '<⟦child.wrong-case|soap:body⟧').replace('</soap:Body', '</soap:body'),
  ),
  invalid(
    'body-in-messages',
    'The Body with the prefix m.',
    sound.replace('<soap:Body', '<⟦child.wrong-namespace|m:Body⟧').replace('</soap:Body', '</m:Body'),
  ),
  invalid(
    'body-without-prefix',
    'The Body without a prefix.',
    sound.replace('<soap:Body', '<⟦child.wrong-namespace|Body⟧').replace('</soap:Body', '</Body'),
  ),
  invalid(
    'body-misspelt',
    'The Body misspelt.',
    sound.replace('<soap:Body', '<⟦child.unknown|soap:Boddy⟧').replace('</soap:Body', '</soap:Boddy'),
  ),
  invalid(
    'envelope-unknown-child',
    'Another element in the Envelope.',
    sound.replace('  <soap:Body>', '  <⟦child.unknown|soap:Trailer⟧/>\n  <soap:Body>'),
  ),
  invalid(
    'operation-beside-body',
    'The operation right in the Envelope.',
    sound.replace(/<\/?soap:Body>/g, '').replace('<m:RemoveImGroup', '<⟦child.unknown|m:RemoveImGroup⟧'),
  ),
  invalid(
    'envelope-text',
    'Text in the Envelope.',
    sound.replace('  <soap:Body>', '  ⟦content.text|here it comes⟧\n  <soap:Body>'),
  ),
  invalid('header-text', 'Text in the Header.', withHeader(`⟦content.text|version⟧ ${version}`)),
  invalid('body-text', 'Text in the Body.', envelope(`⟦content.text|remove it⟧ ${soundBody}`)),
  invalid(
    'no-break-space-between-elements',
    'A no-break space is no white space for XML.',
    removeGroup(`⟦xml.odd-blank|\u00a0⟧${group}`),
  ),
];

const operations: readonly Case[] = [
  invalid('operation-twice', 'Two operations.', envelope(`${soundBody}\n<⟦operation.repeated|m:GetImItemList⟧/>`)),
  invalid(
    'operation-unknown',
    'An operation that does not exist.',
    envelope('<⟦operation.unknown|m:ExplodeMailbox⟧/>'),
  ),
  invalid(
    'operation-misspelt',
    'A letter is missing in the name of the operation.',
    envelope(`<⟦operation.unknown|m:RemoveImGrup⟧>\n  ${group}\n</m:RemoveImGrup>`),
  ),
  invalid(
    'operation-other-case',
    'The operation in another case.',
    envelope(`<⟦child.wrong-case|m:RemoveIMGroup⟧>\n  ${group}\n</m:RemoveIMGroup>`),
  ),
  invalid(
    'operation-in-types',
    'The operation in the types namespace.',
    envelope(`<⟦child.wrong-namespace|t:RemoveImGroup⟧>\n  ${group}\n</t:RemoveImGroup>`),
  ),
  invalid(
    'operation-without-prefix',
    'The operation without a prefix; its child has one.',
    envelope(`<⟦child.wrong-namespace|RemoveImGroup⟧>\n  ${group}\n</RemoveImGroup>`),
  ),
  invalid(
    'operation-in-soap',
    'The operation swallowed by a default namespace of SOAP, its child too.',
    envelope(
      `<⟦child.wrong-namespace|RemoveImGroup⟧>\n  <GroupId Id="${groupId}"/>\n</RemoveImGroup>`,
      version,
      `${declarations} xmlns="${soap}"`,
    ),
  ),
  invalid(
    'operation-known-by-name',
    'An operation of EWS whose content is not known here.',
    envelope('<⟦operation.not-checked|m:GetFolder⟧/>'),
    {
      differs:
        'The set holds the 13 IM operations alone; the other operations of the service are known by name, and an information says that their content is not checked.',
    },
  ),
  invalid(
    'operation-foreign',
    'Something of another namespace in the Body.',
    envelope('<⟦operation.unknown|x:Order⟧ xmlns:x="urn:example:shop"/>'),
  ),
  invalid(
    'answer',
    'The answer to RemoveImGroup.',
    `<s:Envelope xmlns:s="${soap}"><s:Body><RemoveImGroupResponse ResponseClass="Success" xmlns="${messages}"><ResponseCode>NoError</ResponseCode></RemoveImGroupResponse></s:Body></s:Envelope>\n`,
    { differs: 'An answer is no request: no request problems in it.' },
  ),
  invalid(
    'answer-fault',
    'A SOAP fault.',
    `<s:Envelope xmlns:s="${soap}"><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>No</faultstring></s:Fault></s:Body></s:Envelope>\n`,
    { differs: 'An answer is no request: no request problems in it.' },
  ),
];

const xsi = `xmlns:xsi="${instance}"`;
const attributes: readonly Case[] = [
  valid(
    'envelope-schema-location',
    'xsi:schemaLocation on the Envelope.',
    root(`${xsi} xsi:schemaLocation="urn:a a.xsd"`),
  ),
  valid(
    'envelope-foreign-attribute',
    'An attribute of a foreign namespace on the Envelope.',
    root('xmlns:w="urn:example:utility" w:Id="one"'),
  ),
  valid('envelope-language', 'xml:lang on the Envelope.', root('xml:lang="en-US"')),
  valid(
    'envelope-xml-space',
    'xml:space and xml:base on the Envelope.',
    root('xml:space="preserve" xml:base="http://contoso.example/"'),
  ),
  invalid('envelope-language-wrong', 'xml:lang that is no language.', root('xml:lang="⟦value.wrong-form|en_US⟧"')),
  malformed(
    'envelope-xml-space-wrong',
    'xml:space with a value it does not have.',
    root('xml:space="⟦value.wrong-form|keep⟧"'),
    { libxml2: 'invalid', differs: '.NET counts xml:space among what makes a document well-formed.' },
  ),
  valid(
    'envelope-encoding-style',
    'soap:encodingStyle on Envelope and Body.',
    root(`soap:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"`).replace(
      '<soap:Body',
      '<soap:Body soap:encodingStyle=""',
    ),
  ),
  invalid(
    'envelope-must-understand',
    'soap:mustUnderstand belongs on a header.',
    root('⟦attribute.unknown|soap:mustUnderstand⟧="1"'),
  ),
  invalid(
    'body-attribute',
    'An attribute without a namespace on the Body.',
    sound.replace('<soap:Body', '<soap:Body ⟦attribute.unknown|Id⟧="one"'),
  ),
  invalid(
    'body-actor',
    'soap:actor belongs on a header.',
    sound.replace('<soap:Body', '<soap:Body ⟦attribute.unknown|soap:actor⟧="urn:x"'),
  ),
  invalid(
    'body-nil',
    'xsi:nil on the Body.',
    root(xsi).replace('<soap:Body', '<soap:Body ⟦type.substituted|xsi:nil="true"⟧'),
  ),
  invalid('envelope-type', 'xsi:type on the Envelope.', root(`${xsi} ⟦type.substituted|xsi:type="t:ItemIdType"⟧`)),
  invalid(
    'operation-attribute',
    'An attribute on the operation.',
    envelope(soundBody.replace('<m:RemoveImGroup', '<m:RemoveImGroup ⟦attribute.unknown|Traversal⟧="Deep"')),
  ),
  invalid(
    'operation-must-understand',
    'soap:mustUnderstand on the operation.',
    envelope(soundBody.replace('<m:RemoveImGroup', '<m:RemoveImGroup ⟦attribute.unknown|soap:mustUnderstand⟧="1"')),
  ),
  valid(
    'operation-type',
    'xsi:type that names the type of the operation.',
    root(xsi).replace('<m:RemoveImGroup', '<m:RemoveImGroup xsi:type="m:RemoveImGroupType"'),
  ),
  invalid(
    'operation-type-other',
    'xsi:type that names the type of another operation.',
    root(xsi).replace('<m:RemoveImGroup', '<m:RemoveImGroup ⟦type.substituted|xsi:type="m:SetImGroupType"⟧'),
  ),
  valid(
    'id-type',
    'xsi:type that names the type of an id.',
    root(xsi).replace('<m:GroupId', '<m:GroupId xsi:type="t:ItemIdType"'),
  ),
  valid(
    'id-type-derived',
    'xsi:type that names a type derived from that of an id, with its content.',
    root(xsi).replace(
      `${group}`,
      `<m:GroupId xsi:type="t:RecurringMasterItemIdRangesType" Id="${groupId}"><t:Ranges><t:Range Count="1"/></t:Ranges></m:GroupId>`,
    ),
  ),
  invalid(
    'id-type-base',
    'xsi:type that names the type from which that of an id is derived.',
    root(xsi).replace('<m:GroupId', '<m:GroupId ⟦type.substituted|xsi:type="t:BaseItemIdType"⟧'),
  ),
  invalid(
    'id-type-without-prefix',
    'xsi:type without a prefix.',
    root(xsi).replace('<m:GroupId', '<m:GroupId ⟦type.substituted|xsi:type="ItemIdType"⟧'),
  ),
  invalid(
    'id-type-prefix-undeclared',
    'xsi:type with a prefix that nobody declares.',
    root(xsi).replace('<m:GroupId', '<m:GroupId ⟦type.substituted|xsi:type="q:ItemIdType"⟧'),
  ),
  invalid(
    'id-nil',
    'xsi:nil on an id.',
    root(xsi).replace('<m:GroupId', '<m:GroupId ⟦type.substituted|xsi:nil="false"⟧'),
  ),
  invalid(
    'name-absent',
    'An optional name that xsi:nil says to be absent.',
    envelope(
      '<m:AddNewImContactToGroup>\n  <m:ImAddress>a@contoso.example</m:ImAddress>\n  <m:DisplayName ⟦type.substituted|xsi:nil="true"⟧/>\n</m:AddNewImContactToGroup>',
      version,
      `${declarations} ${xsi}`,
    ),
  ),
  valid(
    'name-type-derived',
    'xsi:type that names a type derived from that of a name.',
    envelope(
      '<m:AddImGroup>\n  <m:DisplayName xsi:type="t:SIDType">Lunch Club</m:DisplayName>\n</m:AddImGroup>',
      version,
      `${declarations} ${xsi}`,
    ),
  ),
  valid(
    'id-schema-location',
    'xsi:schemaLocation on an id.',
    root(xsi).replace('<m:GroupId', '<m:GroupId xsi:noNamespaceSchemaLocation="a.xsd"'),
  ),
  valid(
    'id-language',
    'xml:lang on an id.',
    removeGroup(`<m:GroupId ⟦attribute.unknown|xml:lang⟧="en" Id="${groupId}"/>`),
    {
      libxml2: 'invalid',
      differs: '.NET lets attributes of the xml: namespace pass everywhere; the schema does not declare them here.',
    },
  ),
];

/** The envelope: namespaces, Header and Body, the operation, the attributes of SOAP and of XML Schema. */
export const envelopeCases: readonly Case[] = [...parts, ...operations, ...attributes];
