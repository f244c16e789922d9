import {
  add,
  contact,
  contactId,
  contactKey,
  envelope,
  group,
  groupId,
  groupKey,
  items,
  list,
  type Mistake,
  mistakes,
  remove,
  removeBoth,
  rename,
  sound,
  types,
  version,
} from './mistake.ts';

const tabbed = (text: string) => text.replaceAll('  ', '\t');

const wrapped: readonly Mistake[] = [
  {
    about: 'the group inside of the contact',
    text: removeBoth(`<m:ContactId Id="${contactId}"><⟦child.misplaced|m:GroupId⟧ Id="${groupId}"/></m:ContactId>`),
    says: '<m:GroupId> belongs beside <m:ContactId>, not inside of it. Move it out.',
    fix: 'Move <m:GroupId> beside <m:ContactId>',
    after: removeBoth(contact + group),
  },
  {
    about: 'the contact inside of the group, where it comes first',
    text: removeBoth(`<m:GroupId Id="${groupId}"><⟦child.misplaced|m:ContactId⟧ Id="${contactId}"/></m:GroupId>`),
    fix: 'Move <m:ContactId> beside <m:GroupId>',
    after: removeBoth(contact + group),
  },
  {
    about: 'the slash of ContactId forgotten',
    text: removeBoth(`\n      <⟦xml.not-closed|m:ContactId⟧ Id="${contactId}">\n      ${group}\n    `),
    fix: 'Write <m:ContactId …/>',
    after: removeBoth(`\n      ${contact}\n      ${group}\n    `),
  },
  {
    about: 'the end tag of a text forgotten before what stands beside it',
    text: envelope(
      `<m:AddNewImContactToGroup>\n      <⟦xml.not-closed|m:ImAddress⟧>a@b.example\n      ${group}\n    </m:AddNewImContactToGroup>`,
    ),
    fix: 'Add </m:ImAddress>',
    after: envelope(
      `<m:AddNewImContactToGroup>\n      <m:ImAddress>a@b.example</m:ImAddress>\n      ${group}\n    </m:AddNewImContactToGroup>`,
    ),
  },
  {
    about: 'two ids in one GroupId',
    text: remove(`<m:GroupId><⟦id.wrapped|t:ItemId⟧ Id="${groupId}"/><t:ItemId Id="${contactId}"/></m:GroupId>`),
    says: '<m:GroupId> carries one id, and here are several. Keep one of them, as Id and ChangeKey of <m:GroupId>.',
    others: ['Keep the first id', 'Keep the second id'],
  },
  {
    about: 'an id on the element and another one inside',
    text: remove(`<m:GroupId Id="${groupId}"><⟦id.wrapped|t:ItemId⟧ Id="${contactId}"/></m:GroupId>`),
    others: ['Keep the first id', 'Keep the second id'],
  },
  {
    about: 'a list of two ids where one is wanted',
    text: remove(`<⟦child.unknown|m:GroupIds⟧><t:ItemId Id="${groupId}"/><t:ItemId Id="${contactId}"/></m:GroupIds>`),
    others: ['Keep the first id', 'Keep the second id'],
  },
  {
    about: 'a list of four ids where one is wanted',
    text: remove(
      `<⟦child.unknown|m:GroupIds⟧>${['AAMkAA==', 'AAMkAB==', groupId, 'AAMkAC=='].map(id => `<t:ItemId Id="${id}"/>`).join('')}</m:GroupIds>`,
    ),
    others: ['Keep the first id', 'Keep the second id', 'Keep the third id', 'Keep the fourth id'],
  },
  {
    about: 'the id of a contact inside of a group',
    text: remove(`<m:GroupId><⟦id.wrapped|m:ContactId⟧ Id="${contactId}"/></m:GroupId>`),
    others: ['Put the id onto <m:GroupId>'],
  },
  {
    about: 'the group inside of the contact, with a comment',
    text: removeBoth(
      `\n      <m:ContactId Id="${contactId}">\n        <!-- Lunch -->\n        <⟦child.misplaced|m:GroupId⟧ Id="${groupId}"/>\n      </m:ContactId>\n    `,
    ),
    fix: 'Move <m:GroupId> beside <m:ContactId>',
    after: removeBoth(`\n      ${contact}\n      <!-- Lunch -->\n      ${group}\n    `),
  },
  {
    about: 'the same id on the element and inside',
    text: remove(`<m:GroupId Id="${groupId}"><⟦id.wrapped|t:ItemId⟧ Id="${groupId}"/></m:GroupId>`),
    fix: 'Put the id onto <m:GroupId>',
    after: sound,
  },
  {
    about: 'an id inside, and text beside it',
    text: remove(`<m:GroupId>Lunch<⟦id.wrapped|t:ItemId⟧ Id="${groupId}"/></m:GroupId>`),
    others: ['Put the id onto <m:GroupId>'],
  },
  {
    about: 'the id as the text of an element',
    text: remove(`<m:GroupId><⟦id.wrapped|m:Id⟧>${groupId}</m:Id></m:GroupId>`),
    fix: 'Put the id onto <m:GroupId>',
    after: sound,
    others: [],
  },
  {
    about: 'Id and ChangeKey as elements',
    text: remove(
      `<m:GroupId>\n  <⟦id.wrapped|t:Id⟧>${groupId}</t:Id>\n  <t:ChangeKey>${groupKey}</t:ChangeKey>\n</m:GroupId>`,
    ),
    fix: 'Put the id onto <m:GroupId>',
    after: remove(`<m:GroupId Id="${groupId}" ChangeKey="${groupKey}"/>`),
  },
  {
    about: 'the version as an element',
    text: envelope(
      '<m:GetImItemList/>',
      '<t:RequestServerVersion><⟦child.unknown|t:Version⟧>Exchange2013</t:Version></t:RequestServerVersion>',
    ),
    says: '<t:Version> is not allowed in <t:RequestServerVersion>. Write what it says as the attribute Version.',
    fix: 'Write it as Version of <t:RequestServerVersion>',
    after: envelope('<m:GetImItemList/>', '<t:RequestServerVersion Version="Exchange2013"/>'),
    others: [],
  },
  {
    about: 'the id as the text of an element inside',
    text: remove(`<m:GroupId><⟦id.wrapped|t:ItemId⟧>${groupId}</t:ItemId></m:GroupId>`),
    fix: 'Put the id onto <m:GroupId>',
    after: sound,
  },
  {
    about: 'an empty element of an id inside',
    text: remove(`<m:GroupId Id="${groupId}"><⟦id.wrapped|t:ItemId⟧/></m:GroupId>`),
    fix: 'Put the id onto <m:GroupId>',
    after: sound,
  },
  {
    about: 'an id inside that declares its prefix: a declaration is nothing to lose',
    text: remove(`<m:GroupId><⟦id.wrapped|x:ItemId⟧ xmlns:x="${types}" Id="${groupId}"/></m:GroupId>`),
    fix: 'Put the id onto <m:GroupId>',
    after: sound,
  },
  {
    about: 'an id inside that says more than the id',
    text: remove(`<m:GroupId><⟦id.wrapped|t:ItemId⟧ Id="${groupId}" Note="Lunch"/></m:GroupId>`),
    others: ['Put the id onto <m:GroupId>'],
  },
  {
    about: 'what is no id inside',
    text: remove(`<m:GroupId Id="${groupId}"><⟦child.unknown|t:Note⟧>Lunch</t:Note></m:GroupId>`),
    fix: 'Remove <t:Note>',
    after: remove(`<m:GroupId Id="${groupId}"></m:GroupId>`),
  },
  {
    about: 'what is no id on a line of its own inside: no blank may be left there either',
    text: remove(`<m:GroupId Id="${groupId}">\n  <⟦child.unknown|t:Note⟧>Lunch</t:Note>\n</m:GroupId>`),
    fix: 'Remove <t:Note>',
    after: remove(`<m:GroupId Id="${groupId}"></m:GroupId>`),
  },
  {
    about: 'what is no id beside a comment inside: the comment stays',
    text: remove(`<m:GroupId Id="${groupId}">\n  <!-- a -->\n  <⟦child.unknown|t:Note⟧>Lunch</t:Note>\n</m:GroupId>`),
    fix: 'Remove <t:Note>',
    after: remove(`<m:GroupId Id="${groupId}"><!-- a --></m:GroupId>`),
  },
  {
    about: 'the id of another standard inside',
    text: remove(`<m:GroupId Id="${groupId}"><⟦child.unknown|x:ItemId⟧ xmlns:x="urn:x"/></m:GroupId>`),
    fix: 'Remove <x:ItemId>',
    after: remove(`<m:GroupId Id="${groupId}"></m:GroupId>`),
  },
  {
    about: 'ids inside of what carries none',
    text: sound.replace(
      version,
      '<t:RequestServerVersion Version="Exchange2013"><⟦child.unknown|t:ItemId⟧>1</t:ItemId><⟦child.unknown|t:GroupId⟧/></t:RequestServerVersion>',
    ),
    says: '<t:ItemId> is not allowed in <t:RequestServerVersion>. Remove it.',
    others: ['Remove <t:ItemId>'],
  },
];

const lists: readonly Mistake[] = [
  {
    about: 'two ids without their list',
    text: items(`\n      <⟦child.unknown|t:ItemId⟧ Id="${contactId}"/>\n      <t:ItemId Id="${groupId}"/>\n    `),
    others: ['Put <t:ItemId> into <m:ContactIds>', 'Put <t:ItemId> into <m:GroupIds>'],
  },
  {
    about: 'two ids without their list, of which the ChangeKey says that they are groups',
    text: items(
      `\n      <⟦child.unknown|t:ItemId⟧ Id="${groupId}" ChangeKey="${groupKey}"/>\n      <t:ItemId Id="${groupId}"/>\n    `,
    ),
    fix: 'Put <t:ItemId> into <m:GroupIds>',
    after: items(
      `\n      <m:GroupIds>\n        <t:ItemId Id="${groupId}" ChangeKey="${groupKey}"/>\n        <t:ItemId Id="${groupId}"/>\n      </m:GroupIds>\n    `,
    ),
    others: ['Put <t:ItemId> into <m:ContactIds>'],
  },
  {
    about: 'ContactId twice in place of a list',
    text: items(
      `<⟦child.unknown|m:ContactId⟧ Id="${contactId}" ChangeKey="${contactKey}"/><m:ContactId Id="${contactId}"/>`,
    ),
    fix: 'Change to <m:ContactIds>',
    after: items(
      `<m:ContactIds><t:ItemId Id="${contactId}" ChangeKey="${contactKey}"/><t:ItemId Id="${contactId}"/></m:ContactIds>`,
    ),
    others: [],
  },
  {
    about: 'ids in place of a list that belongs behind another one',
    text: items(
      `\n      <⟦child.unknown|m:GroupId⟧ Id="${groupId}"/>\n      <m:GroupId Id="${contactId}"/>\n      <⟦child.out-of-order|m:ContactIds⟧><t:ItemId Id="${contactId}"/></m:ContactIds>\n    `,
    ),
    fix: 'Change to <m:GroupIds>',
    after: items(
      `\n      <m:GroupIds>\n        <t:ItemId Id="${groupId}"/>\n        <t:ItemId Id="⟦id.same|${contactId}⟧"/>\n      </m:GroupIds>\n      <⟦child.out-of-order|m:ContactIds⟧><t:ItemId Id="${contactId}"/></m:ContactIds>\n    `,
    ),
    fixAll: items(
      `\n      <m:ContactIds><t:ItemId Id="${contactId}"/></m:ContactIds>\n      ${group}\n      <m:GroupId Id="${contactId}"/>\n    `,
    ),
  },
  {
    about: 'm:ExtendedProperty without its list',
    text: list('<⟦child.unknown|m:ExtendedProperty⟧ PropertyTag="0x3001" PropertyType="String"/>'),
    fix: 'Put <m:ExtendedProperty> into <m:ExtendedProperties>',
    after: list(
      '<m:ExtendedProperties><t:ExtendedProperty PropertyTag="0x3001" PropertyType="String"/></m:ExtendedProperties>',
    ),
  },
  {
    about: 't:Id with the id as its text in a list',
    text: items(`<m:ContactIds><⟦child.unknown|t:Id⟧>${contactId}</t:Id></m:ContactIds>`),
    fix: 'Change to <t:ItemId>',
    after: items(`<m:ContactIds><t:ItemId Id="${contactId}"/></m:ContactIds>`),
  },
  {
    about: 'the id on the list',
    text: items(`<⟦id.unwrapped|m:GroupIds⟧ Id="${groupId}" ChangeKey="${groupKey}"/>`),
    says: '<m:GroupIds> is a list: put the id on a <t:ItemId> inside it.',
    fix: 'Put the id into a <t:ItemId>',
    after: items(`<m:GroupIds><t:ItemId Id="${groupId}" ChangeKey="${groupKey}"/></m:GroupIds>`),
  },
  {
    about: 'a ChangeKey alone on the list',
    text: items(`<⟦id.unwrapped|m:GroupIds⟧ ChangeKey="${groupKey}"/>`),
    fix: 'Put the id into a <t:ItemId>',
    after: items(`<m:GroupIds><⟦attribute.missing|t:ItemId⟧ ChangeKey="${groupKey}"/></m:GroupIds>`),
  },
  {
    about: 'an id without its list in a document with tabs',
    text: tabbed(items(`\n      <⟦child.unknown|t:ItemId⟧ Id="${groupId}" ChangeKey="${groupKey}"/>\n    `)),
    fix: 'Put <t:ItemId> into <m:GroupIds>',
    after: tabbed(
      items(
        `\n      <m:GroupIds>\n        <t:ItemId Id="${groupId}" ChangeKey="${groupKey}"/>\n      </m:GroupIds>\n    `,
      ),
    ),
  },
];

const twins: readonly Mistake[] = [
  {
    about: 'the same child in another namespace',
    text: remove(`<⟦child.repeated|t:GroupId⟧ Id="${contactId}"/>${group}`),
    says: '<t:GroupId> stands beside <m:GroupId> in <m:RemoveImGroup>, and one is allowed. Remove one of them.',
    others: ['Remove <t:GroupId>'],
  },
  {
    about: 'the same child in another case',
    text: remove(`${group}<⟦child.repeated|m:groupId⟧ Id="${contactId}"/>`),
    others: ['Remove <m:groupId>'],
  },
  {
    about: 'an empty part in another case before the full one',
    text: sound.replace('<soap:Body>', '<⟦child.repeated|soap:body⟧/><soap:Body>'),
    fix: 'Remove <soap:body>',
    after: sound,
  },
  {
    about: 'two children with different ids',
    text: remove(`${group}<⟦child.repeated|m:GroupId⟧ Id="${contactId}"/>`),
    others: ['Remove <m:GroupId>', 'Remove the other <m:GroupId>'],
  },
  {
    about: 'the same child twice',
    text: remove(`${group}<⟦child.repeated|m:GroupId⟧ Id="${groupId}"/>`),
    fix: 'Remove <m:GroupId>',
    after: sound,
    others: [],
  },
  {
    about: 'an empty child before the full one',
    text: remove(`<⟦child.repeated|m:GroupId⟧/>${group}`),
    says: '<m:GroupId> stands twice in <m:RemoveImGroup>, and once is allowed. Remove one of them.',
    fix: 'Remove <m:GroupId>',
    after: sound,
  },
  {
    about: 'an empty child behind the full one',
    text: remove(`${group}<⟦child.repeated|m:GroupId⟧/>`),
    fix: 'Remove <m:GroupId>',
    after: sound,
  },
];

const texts: readonly Mistake[] = [
  {
    about: 'an id beside a contact that may be meant for the group: it is not put into a group of its own',
    text: remove(`⟦content.text|${groupId}⟧<⟦child.unknown|m:ContactId⟧ Id="${contactId}"/>`),
    fix: 'Remove the text',
    after: remove(`<⟦child.unknown|m:ContactId⟧ Id="${contactId}"/>`),
    others: [],
  },
  {
    about: 'the name as text beside the group',
    text: rename(`${group}⟦content.text|Lunch⟧ &amp; Co`),
    fix: 'Put the text into <m:NewDisplayName>',
    after: rename(`${group}<m:NewDisplayName>Lunch &amp; Co</m:NewDisplayName>`),
    others: [],
  },
  {
    about: 'the name inside of the group',
    text: rename(`<m:GroupId Id="${groupId}">⟦content.not-empty|Lunch⟧</m:GroupId>`),
    fix: 'Put the text into <m:NewDisplayName>',
    after: rename(`${group}<m:NewDisplayName>Lunch</m:NewDisplayName>`),
  },
  {
    about: 'the id of the group as text beside the contact',
    text: removeBoth(`${contact}⟦content.text|${groupId}⟧`),
    fix: 'Put the text into <m:GroupId>',
    after: removeBoth(contact + group),
    others: [],
  },
  {
    about: 'an id as the text of a list',
    text: items(`<m:ContactIds>⟦content.text|${contactId}⟧</m:ContactIds>`),
    fix: 'Put the id into <t:ItemId>',
    after: items(`<m:ContactIds><t:ItemId Id="${contactId}"/></m:ContactIds>`),
  },
  {
    about: 'the operation with references for its angle brackets',
    text: envelope(
      `⟦content.text|&lt;⟧m:AddImGroup&gt;\r\n&lt;m:DisplayName&gt;Lunch &amp;amp; Club&lt;/m:DisplayName>&lt;/m:AddImGroup&gt;`,
    ),
    fix: 'Write < for &lt; and the like',
    after: envelope('<m:AddImGroup>\r\n<m:DisplayName>Lunch &amp; Club</m:DisplayName></m:AddImGroup>'),
    others: ['Remove the text'],
  },
  {
    about: 'the operation in a CDATA section',
    text: envelope('⟦content.text|<![CDATA[<m:GetImItemList/>]]>⟧'),
    fix: 'Remove the CDATA marks',
    after: envelope('<m:GetImItemList/>'),
    others: ['Remove the text'],
  },
  {
    about: 'a cut id as the text of an operation that takes nothing but an id',
    text: remove(`⟦content.text|${groupId.slice(0, 60)}⟧`),
    fix: 'Put the id into <m:GroupId>',
    after: remove(`<m:GroupId Id="⟦id.cut|${groupId.slice(0, 60)}⟧"/>`),
    others: ['Remove the text'],
  },
  {
    about: 'an id as the text of an operation that takes a name, too',
    text: rename(`⟦content.text|${groupId}⟧`),
    fix: 'Put the id into <m:GroupId>',
    after: envelope(`<⟦child.missing|m:SetImGroup⟧>${group}</m:SetImGroup>`),
  },
  {
    about: 'a name as the text of an operation that takes an id, too',
    text: rename('⟦content.text|Lunch⟧'),
    fix: 'Put the text into <m:NewDisplayName>',
    after: envelope('<⟦child.missing|m:SetImGroup⟧><m:NewDisplayName>Lunch</m:NewDisplayName></m:SetImGroup>'),
  },
  {
    about: 'a name in a tag of HTML, with a bare &',
    text: add('<m:DisplayName><⟦child.unknown|b⟧>R ⟦xml.raw-ampersand|&⟧ D</b></m:DisplayName>'),
    fix: 'Keep the text of <b> only',
    after: add('<m:DisplayName>R ⟦xml.raw-ampersand|&⟧ D</m:DisplayName>'),
    others: ['Remove <b>'],
    fixAll: add('<m:DisplayName><b>R &amp; D</b></m:DisplayName>'),
  },
];

mistakes('mistakes: what an element should carry stands inside', wrapped);
mistakes('mistakes: parts of lists', lists);
mistakes('mistakes: the same twice', twins);
mistakes('mistakes: text where elements stand', texts);
