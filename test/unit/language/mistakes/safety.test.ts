import {
  contactId,
  contactKey,
  declarations,
  envelope,
  groupId,
  groupKey,
  type Mistake,
  mistakes,
  removeGroup,
  sound,
  types,
  version,
} from './mistake.ts';

const acting = (user: string, name = 't:ExchangeImpersonation') =>
  `<${name}><t:ConnectingSID><t:PrimarySmtpAddress>${user}</t:PrimarySmtpAddress></t:ConnectingSID></t:ExchangeImpersonation>`;
const mail = (body: string, subject = 'Help') =>
  envelope(
    `<⟦operation.not-checked|m:CreateItem⟧><m:Items><t:Message><t:Subject>${subject}</t:Subject><t:Body BodyType="HTML">${body}</t:Body></t:Message></m:Items></m:CreateItem>`,
  );

const right: readonly Mistake[] = [
  { about: 'the text of a mail that is like the rest of a tag', text: mail('m:GroupId Id="x"/> is what I sent') },
  { about: 'the text of a mail that is like a name', text: mail('t:ItemId> is missing') },
  {
    about: 'a header of another standard under the prefix t',
    text: `<soap:Envelope ${declarations.replace(types, 'urn:trace')}><soap:Header><x:RequestServerVersion xmlns:x="${types}" Version="Exchange2013"/><⟦header.foreign|t:ItemId⟧>1</t:ItemId></soap:Header><soap:Body>${removeGroup}</soap:Body></soap:Envelope>`,
  },
];

const sections: readonly Mistake[] = [
  {
    about: 'a bare & elsewhere, and what is like slips in a CDATA section',
    text: mail('<![CDATA[<p class=“x”>if x="a<b" then < /p></p>]]>', 'R⟦xml.raw-ampersand|&⟧D'),
    fixAll: mail('<![CDATA[<p class=“x”>if x="a<b" then < /p></p>]]>', 'R&amp;D').replace(/⟦[^|]*\||⟧/g, ''),
  },
  {
    about: 'a bare & elsewhere, and what is like a declaration in a name',
    text: envelope(
      '<m:AddNewImContactToGroup><m:ImAddress>bob⟦xml.raw-ampersand|&⟧x@contoso.example</m:ImAddress><m:DisplayName>Team XMLNS="y"</m:DisplayName></m:AddNewImContactToGroup>',
    ),
    fix: 'Replace & by &amp;',
    after: envelope(
      '<m:AddNewImContactToGroup><m:ImAddress>bob&amp;x@contoso.example</m:ImAddress><m:DisplayName>Team XMLNS="y"</m:DisplayName></m:AddNewImContactToGroup>',
    ),
    fixAll: envelope(
      '<m:AddNewImContactToGroup><m:ImAddress>bob&amp;x@contoso.example</m:ImAddress><m:DisplayName>Team XMLNS="y"</m:DisplayName></m:AddNewImContactToGroup>',
    ),
  },
];

const twins: readonly Mistake[] = [
  {
    about: 'two users to act for',
    text: envelope(
      removeGroup,
      version +
        acting('ada@contoso.example') +
        acting('bob@contoso.example', '⟦header.repeated|t:ExchangeImpersonation⟧'),
    ),
    others: ['Remove <t:ExchangeImpersonation>', 'Remove the other <t:ExchangeImpersonation>'],
  },
  {
    about: 'the same version twice',
    text: envelope(
      removeGroup,
      version + version.replace('t:RequestServerVersion', '⟦header.repeated|t:RequestServerVersion⟧'),
    ),
    fix: 'Remove <t:RequestServerVersion>',
    after: sound,
  },
  {
    about: 'two operations that do two things',
    text: envelope(`${removeGroup}<⟦operation.repeated|m:GetImItemList⟧/>`),
    others: ['Remove <m:GetImItemList>'],
  },
  {
    about: 'two ids on one element',
    text: sound.replace(`Id="${groupId}"`, `Id="${groupId}" ⟦xml.attribute-repeated|Id⟧="${contactId}"`),
    others: ['Remove the first Id', 'Remove the second Id'],
  },
  {
    about: 'an id beside an empty one',
    text: sound.replace(`Id="${groupId}"`, `Id="" ⟦xml.attribute-repeated|Id⟧="${groupId}"`),
    fix: 'Remove the first Id',
    after: sound,
  },
];

const places: readonly Mistake[] = [
  {
    about: 'a child behind its operation',
    text: envelope(
      `<m:SetImGroup><m:GroupId Id="${groupId}"/></m:SetImGroup><⟦child.misplaced|m:NewDisplayName⟧>Lunch Club</m:NewDisplayName>`,
    ),
    says: '<m:NewDisplayName> belongs into <m:SetImGroup>. Move it there.',
    fix: 'Move <m:NewDisplayName> into <m:SetImGroup>',
    after: envelope(
      `<m:SetImGroup><m:GroupId Id="${groupId}"/><m:NewDisplayName>Lunch Club</m:NewDisplayName></m:SetImGroup>`,
    ),
  },
  {
    about: 'the end tag of the Header twice',
    text: sound.replace('  <soap:Body>', '  </⟦xml.end-tag-mismatched|soap:Header⟧>\n  <soap:Body>'),
    fix: 'Remove the end tag',
    after: sound,
  },
  {
    about: 'the end tag of the Body twice',
    text: sound.replace('</soap:Envelope>', '  </⟦xml.end-tag-mismatched|soap:Body⟧>\n</soap:Envelope>'),
    fix: 'Remove the end tag',
    after: sound,
  },
  {
    about: 'an element that is unknown and carries something, in broken text: removing it is by choice',
    text: envelope(
      `<m:SetImGroup><m:GroupId Id="${groupId}"/><⟦child.unknown|m:Extra⟧>Lunch ⟦xml.entity-unknown|&nbsp;⟧ Co</m:Extra><m:NewDisplayName>a</m:NewDisplayName></m:SetImGroup>`,
    ),
    others: ['Remove <m:Extra>'],
  },
  {
    about: 'an element that is unknown and carries nothing, in broken text',
    text: envelope(
      `<m:SetImGroup><m:GroupId Id="${groupId}"/><⟦child.unknown|m:Extra⟧/><m:NewDisplayName>⟦xml.entity-unknown|&nbsp;⟧</m:NewDisplayName></m:SetImGroup>`,
    ),
    fix: 'Remove <m:Extra>',
    after: envelope(
      `<m:SetImGroup><m:GroupId Id="${groupId}"/><m:NewDisplayName>⟦xml.entity-unknown|&nbsp;⟧</m:NewDisplayName></m:SetImGroup>`,
    ),
  },
  {
    about: 'a letter lost in the prefix of one start tag',
    text: sound.replace('<soap:Body', '<⟦namespace.prefix-undeclared|oap⟧:Body'),
    says: 'The prefix oap is not declared, and the end tag is </soap:Body>. Write <soap:Body>.',
    fix: 'Write soap: in place of oap:',
    after: sound,
    others: [],
    fixAll: sound,
  },
  {
    about: 'a prefix in capitals',
    text: sound
      .replaceAll('m:', 'M:')
      .replace('xmlns:M:', 'xmlns:m:')
      .replace('<M', '<⟦namespace.prefix-undeclared|M⟧'),
    fix: 'Write m: in place of M:',
    after: sound,
    fixAll: sound,
  },
];

const typed: readonly Mistake[] = [
  {
    about: 'a header half typed',
    text: sound.replace(`${version}</soap:Header>`, '\n    <t:RequestServerVersion Version="⟦xml.value-unquoted|Exch⟧'),
    fix: 'Add the missing quote',
    after: sound.replace(
      `${version}</soap:Header>`,
      '\n    <⟦xml.tag-unfinished|t:RequestServerVersion⟧ Version="Exch"',
    ),
  },
  {
    about: 'a value that is about to be typed',
    text: sound.replace(removeGroup, '<m:RemoveImGroup>\n      <m:GroupId Id="⟦xml.value-unquoted|⟧'),
    fix: 'Add the missing quote',
    after: sound.replace(removeGroup, '<m:RemoveImGroup>\n      <⟦xml.tag-unfinished|m:GroupId⟧ Id=""'),
    others: [],
  },
  {
    about: 'a name half typed in an operation that is not closed yet',
    text: sound.replace(removeGroup, '<m:RemoveImGroup>\n      <⟦xml.tag-unfinished|m:Group⟧'),
    fix: 'Add />',
    after: sound.replace(removeGroup, '<⟦xml.not-closed|m:RemoveImGroup⟧>\n      <⟦child.unknown|m:Group⟧/>'),
    others: [],
  },
  {
    about: 'a value half typed, and an element around it that is not closed either',
    text: sound
      .replace(removeGroup, '<m:RemoveImGroup>\n      <m:GroupId Id="⟦xml.value-unquoted|AAMk⟧\n    </m:RemoveImGroup>')
      .replace('<soap:Body>', '<⟦xml.not-closed|soap:Body⟧>')
      .replace('  </soap:Body>\n', ''),
    fix: 'Add </soap:Body>',
    after: sound.replace(
      removeGroup,
      '<m:RemoveImGroup>\n      <m:GroupId Id="⟦xml.value-unquoted|AAMk⟧\n    </m:RemoveImGroup>',
    ),
  },
  {
    about: 'the Header half typed',
    text: sound.replace(`<soap:Header>${version}</soap:Header>`, '<⟦xml.tag-unfinished|soap:Hea⟧'),
    fix: 'Add />',
    after: sound
      .replace(`<soap:Header>${version}</soap:Header>`, '<⟦child.unknown|soap:Hea⟧/>')
      .replace('soap:Envelope', '⟦version.missing|soap:Envelope⟧'),
  },
  {
    about: 'the first child half typed at the end of the text',
    text: `<soap:Envelope ${declarations}>\n  <soap:Header>${version}</soap:Header>\n  <soap:Body>\n    <m:AddNewTelUriContactToGroup>\n      <⟦xml.not-closed|m:TelUri⟧`,
    fix: 'Add /></m:AddNewTelUriContactToGroup></soap:Body></soap:Envelope>',
    after: envelope(
      '<⟦child.missing|⟦child.missing|m:AddNewTelUriContactToGroup⟧⟧>\n      <⟦child.unknown|m:TelUri⟧/>\n    </m:AddNewTelUriContactToGroup>',
    ).trimEnd(),
  },
  {
    about: 'an end tag half typed at the end of the text',
    text: `<soap:Envelope ${declarations}>\n  <soap:Header>${version}</soap:Header>\n  <soap:Body>\n    <m:AddImGroup><⟦xml.not-closed|m:DisplayName⟧>R</m:Disp`,
    fix: 'Add </m:DisplayName></m:AddImGroup></soap:Body></soap:Envelope>',
    after: envelope('<m:AddImGroup><m:DisplayName>R</m:DisplayName></m:AddImGroup>').trimEnd(),
  },
  {
    about: 'a value that says not',
    text: envelope(
      '<m:SetImListMigrationCompleted><m:ImListMigrationCompleted>⟦value.wrong-form|!true⟧</m:ImListMigrationCompleted></m:SetImListMigrationCompleted>',
    ),
  },
];

const users = '<t:ExchangeImpersonation><t:ConnectingSID>';
const usersEnd = '</t:ConnectingSID></t:ExchangeImpersonation>';

const meant: readonly Mistake[] = [
  {
    about: 'the name beside its empty element',
    text: envelope('<m:AddImGroup><m:DisplayName></m:DisplayName>⟦content.text|Lunch Club⟧</m:AddImGroup>'),
    fix: 'Put the text into <m:DisplayName>',
    after: envelope('<m:AddImGroup><m:DisplayName>Lunch Club</m:DisplayName></m:AddImGroup>'),
  },
  {
    about: 'the user to act for beside an empty element',
    text: envelope(
      removeGroup,
      `${version}${users}<t:PrimarySmtpAddress/>⟦content.text|bob@contoso.example⟧${usersEnd}`,
    ),
    fix: 'Put the text into <t:PrimarySmtpAddress>',
    after: envelope(
      removeGroup,
      `${version}${users}<t:PrimarySmtpAddress>bob@contoso.example</t:PrimarySmtpAddress>${usersEnd}`,
    ),
  },
  {
    about: 'two ids under a common name, the group first by its ChangeKey',
    text: envelope(
      `<m:RemoveImContactFromGroup><⟦child.unknown|t:ItemId⟧ Id="${groupId}" ChangeKey="${groupKey}"/><⟦child.unknown|t:ItemId⟧ Id="${contactId}" ChangeKey="${contactKey}"/></m:RemoveImContactFromGroup>`,
    ),
    fix: 'Change to <m:GroupId>',
    after: envelope(
      `<m:RemoveImContactFromGroup><⟦child.out-of-order|m:GroupId⟧ Id="${groupId}" ChangeKey="${groupKey}"/><⟦child.unknown|t:ItemId⟧ Id="${contactId}" ChangeKey="${contactKey}"/></m:RemoveImContactFromGroup>`,
    ),
  },
  {
    about: 'a character that cannot be seen in an address',
    text: envelope(
      removeGroup,
      `${version}${users}<t:PrimarySmtpAddress>⟦address.not-bare|\u200bbob@contoso.example⟧</t:PrimarySmtpAddress>${usersEnd}`,
    ),
    fix: 'Change to bob@contoso.example',
    after: envelope(
      removeGroup,
      `${version}${users}<t:PrimarySmtpAddress>bob@contoso.example</t:PrimarySmtpAddress>${usersEnd}`,
    ),
  },
  {
    about: 'one user in two ways, one in another case',
    text: envelope(
      removeGroup,
      `${version}${users}<t:SmtpAddress>a@b.example</t:SmtpAddress><⟦choice.several|t:smtpaddress⟧>a@b.example</t:smtpaddress>${usersEnd}`,
    ),
    others: ['Keep <t:SmtpAddress>', 'Keep <t:smtpaddress>'],
  },
  {
    about: 'the wrong order on one line, with comments',
    text: envelope(
      `<m:SetImGroup><!-- the new name --><⟦child.out-of-order|m:NewDisplayName⟧>x</m:NewDisplayName><!-- the group --><m:GroupId Id="${groupId}"/></m:SetImGroup>`,
    ),
    fix: 'Move <m:NewDisplayName> after <m:GroupId>',
    after: envelope(
      `<m:SetImGroup><!-- the group --><m:GroupId Id="${groupId}"/><!-- the new name --><m:NewDisplayName>x</m:NewDisplayName></m:SetImGroup>`,
    ),
    fixAll: envelope(
      `<m:SetImGroup><!-- the group --><m:GroupId Id="${groupId}"/><!-- the new name --><m:NewDisplayName>x</m:NewDisplayName></m:SetImGroup>`,
    ),
  },
  {
    about: 'the end of a start tag lost before an address',
    text: envelope(
      '<m:AddNewImContactToGroup><⟦xml.tag-unfinished|m:ImAddress⟧bob@contoso.example</m:ImAddress></m:AddNewImContactToGroup>',
    ),
    fix: 'Add >',
    after: envelope(
      '<m:AddNewImContactToGroup><m:ImAddress>bob@contoso.example</m:ImAddress></m:AddNewImContactToGroup>',
    ),
  },
  {
    about: 'a declaration half typed that ends in a slash',
    text: sound.replace(declarations, `${declarations} xmlns:x="⟦xml.value-unquoted|http:/⟧`),
    fix: 'Add the missing quote',
    after: sound.replace(declarations, `${declarations} xmlns:x="http:/"`),
  },
  {
    about: 'a name of no operation with a child, which GetImItemList does not take',
    text: envelope(`<⟦operation.unknown|m:GetImGroup⟧><m:GroupId Id="${groupId}"/></m:GetImGroup>`),
  },
];

mistakes('safety: what was meant', meant);
mistakes('safety: what is right', right);
mistakes('safety: what is no tag', sections);
mistakes('safety: of two the author chooses', twins);
mistakes('safety: places and prefixes', places);
mistakes('safety: what is being typed', typed);
