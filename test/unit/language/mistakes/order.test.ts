import {
  address,
  contact,
  contactId,
  envelope,
  group,
  groupId,
  groupIds,
  items,
  type Mistake,
  mistakes,
  newContact,
  remove,
  removeBoth,
} from './mistake.ts';

const contactIds = `<t:ItemId Id="${contactId}"/></m:ContactIds>`;
const properties =
  '<m:ExtendedProperties><t:ExtendedProperty PropertyTag="0x3001" PropertyType="String"/></m:ExtendedProperties>';
const inOrder = newContact(`${address}<m:DisplayName>Alex</m:DisplayName>${group}`);
const telephone = envelope(
  `<m:AddNewTelUriContactToGroup>\n      <m:TelUriAddress>tel:+1</m:TelUriAddress>\n      <m:ImContactSipUriAddress>sip:a@b.example</m:ImContactSipUriAddress>\n      <m:ImTelephoneNumber>+1</m:ImTelephoneNumber>\n      ${group}\n    </m:AddNewTelUriContactToGroup>`,
);

const order: readonly Mistake[] = [
  {
    about: 'several comments before each child, on one line',
    text: removeBoth(
      `<!-- the --><!-- group --><⟦child.out-of-order|m:GroupId⟧ Id="${groupId}"/><!-- contact -->${contact}`,
    ),
    fix: 'Move <m:GroupId> after <m:ContactId>',
    after: removeBoth(`<!-- contact -->${contact}<!-- the --><!-- group -->${group}`),
    fixAll: removeBoth(`<!-- contact -->${contact}<!-- the --><!-- group -->${group}`),
  },
  {
    about: 'the first child behind three others: one problem, and one move',
    text: envelope(
      `<m:AddNewTelUriContactToGroup>\n      <m:ImContactSipUriAddress>sip:a@b.example</m:ImContactSipUriAddress>\n      <m:ImTelephoneNumber>+1</m:ImTelephoneNumber>\n      ${group}\n      <⟦child.out-of-order|m:TelUriAddress⟧>tel:+1</m:TelUriAddress>\n    </m:AddNewTelUriContactToGroup>`,
    ),
    says: '<m:TelUriAddress> must stand before <m:ImContactSipUriAddress>. Move it there.',
    fix: 'Move <m:TelUriAddress> before <m:ImContactSipUriAddress>',
    after: telephone,
    fixAll: telephone,
  },
  {
    about: 'the address behind the name and the group',
    text: newContact(
      `<m:DisplayName>Alex</m:DisplayName>${group}<⟦child.out-of-order|m:ImAddress⟧>a@b.example</m:ImAddress>`,
    ),
    fix: 'Move <m:ImAddress> before <m:DisplayName>',
    after: inOrder,
    fixAll: inOrder,
  },
  {
    about: 'a list behind two that it must precede: it goes before the first',
    text: items(`${groupIds}${properties}<⟦child.out-of-order|m:ContactIds⟧>${contactIds}`),
    says: '<m:ContactIds> must stand before <m:GroupIds>. Move it there.',
    fix: 'Move <m:ContactIds> before <m:GroupIds>',
    after: items(`<m:ContactIds>${contactIds}${groupIds}${properties}`),
    fixAll: items(`<m:ContactIds>${contactIds}${groupIds}${properties}`),
  },
  {
    about: 'a list before two that it must follow: it goes behind the last',
    text: items(
      `${properties.replace('m:ExtendedProperties', '⟦child.out-of-order|m:ExtendedProperties⟧')}<m:ContactIds>${contactIds}${groupIds}`,
    ),
    fix: 'Move <m:ExtendedProperties> after <m:GroupIds>',
    after: items(`<m:ContactIds>${contactIds}${groupIds}${properties}`),
    fixAll: items(`<m:ContactIds>${contactIds}${groupIds}${properties}`),
  },
  {
    about: 'three lists in the opposite order: two moves',
    text: items(
      `${properties.replace('m:ExtendedProperties', '⟦child.out-of-order|m:ExtendedProperties⟧')}${groupIds.replace('m:GroupIds', '⟦child.out-of-order|m:GroupIds⟧')}<m:ContactIds>${contactIds}`,
    ),
    fix: 'Move <m:ExtendedProperties> after <m:ContactIds>',
    after: items(`${groupIds}<⟦child.out-of-order|m:ContactIds⟧>${contactIds}${properties}`),
    fixAll: items(`<m:ContactIds>${contactIds}${groupIds}${properties}`),
  },
  {
    about: 'an optional child before two others: one move is enough',
    text: envelope(
      `<m:AddNewImContactToGroup><⟦child.out-of-order|m:GroupId⟧ Id="${groupId}"/><m:ImAddress>a@b.example</m:ImAddress><m:DisplayName>Alex</m:DisplayName></m:AddNewImContactToGroup>`,
    ),
    fix: 'Move <m:GroupId> after <m:DisplayName>',
    after: envelope(
      `<m:AddNewImContactToGroup><m:ImAddress>a@b.example</m:ImAddress><m:DisplayName>Alex</m:DisplayName>${group}</m:AddNewImContactToGroup>`,
    ),
    fixAll: envelope(
      `<m:AddNewImContactToGroup><m:ImAddress>a@b.example</m:ImAddress><m:DisplayName>Alex</m:DisplayName>${group}</m:AddNewImContactToGroup>`,
    ),
  },
];

const comments: readonly Mistake[] = [
  {
    about: 'comments above move along',
    text: removeBoth(
      `\n      <!-- Lunch -->\n      <⟦child.out-of-order|m:GroupId⟧ Id="${groupId}"/>\n      <!-- Bob -->\n      ${contact}\n    `,
    ),
    fix: 'Move <m:GroupId> after <m:ContactId>',
    after: removeBoth(`\n      <!-- Bob -->\n      ${contact}\n      <!-- Lunch -->\n      ${group}\n    `),
    fixAll: removeBoth(`\n      <!-- Bob -->\n      ${contact}\n      <!-- Lunch -->\n      ${group}\n    `),
  },
  {
    about: 'comments behind move along',
    text: removeBoth(
      `\n      <⟦child.out-of-order|m:GroupId⟧ Id="${groupId}"/> <!-- Lunch -->\n      ${contact} <!-- Bob -->\n    `,
    ),
    fix: 'Move <m:GroupId> after <m:ContactId>',
    after: removeBoth(`\n      ${contact} <!-- Bob -->\n      ${group} <!-- Lunch -->\n    `),
    fixAll: removeBoth(`\n      ${contact} <!-- Bob -->\n      ${group} <!-- Lunch -->\n    `),
  },
  {
    about: 'comments move along across others',
    text: envelope(
      `<m:AddNewImContactToGroup>\n      <!-- Lunch -->\n      <⟦child.out-of-order|m:GroupId⟧ Id="${groupId}"/>\n      <m:ImAddress>a@b.example</m:ImAddress>\n      <m:DisplayName>Alex</m:DisplayName> <!-- new -->\n    </m:AddNewImContactToGroup>`,
    ),
    fix: 'Move <m:GroupId> after <m:DisplayName>',
    after: envelope(
      `<m:AddNewImContactToGroup>\n      <m:ImAddress>a@b.example</m:ImAddress>\n      <m:DisplayName>Alex</m:DisplayName> <!-- new -->\n      <!-- Lunch -->\n      ${group}\n    </m:AddNewImContactToGroup>`,
    ),
    fixAll: envelope(
      `<m:AddNewImContactToGroup>\n      <m:ImAddress>a@b.example</m:ImAddress>\n      <m:DisplayName>Alex</m:DisplayName> <!-- new -->\n      <!-- Lunch -->\n      ${group}\n    </m:AddNewImContactToGroup>`,
    ),
  },
  {
    about: 'comments before the elements on their lines move along',
    text: removeBoth(
      `\n      <!-- group --> <⟦child.out-of-order|m:GroupId⟧ Id="${groupId}"/>\n      <!-- contact --> ${contact}\n    `,
    ),
    fix: 'Move <m:GroupId> after <m:ContactId>',
    after: removeBoth(`\n      <!-- contact --> ${contact}\n      <!-- group --> ${group}\n    `),
    fixAll: removeBoth(`\n      <!-- contact --> ${contact}\n      <!-- group --> ${group}\n    `),
  },
  {
    about: 'one comment before an element on its line moves along',
    text: removeBoth(
      `\n      <⟦child.out-of-order|m:GroupId⟧ Id="${groupId}"/>\n      <!-- the contact -->${contact}\n    `,
    ),
    fix: 'Move <m:GroupId> after <m:ContactId>',
    after: removeBoth(`\n      <!-- the contact -->${contact}\n      ${group}\n    `),
    fixAll: removeBoth(`\n      <!-- the contact -->${contact}\n      ${group}\n    `),
  },
  {
    about: 'comments behind the elements of one line move along',
    text: removeBoth(`<⟦child.out-of-order|m:GroupId⟧ Id="${groupId}"/><!-- group -->${contact}<!-- contact -->`),
    fix: 'Move <m:GroupId> after <m:ContactId>',
    after: removeBoth(`${contact}<!-- contact -->${group}<!-- group -->`),
    fixAll: removeBoth(`${contact}<!-- contact -->${group}<!-- group -->`),
  },
  {
    about: 'a comment between two elements of one line may speak of either: moving is by choice',
    text: removeBoth(`<⟦child.out-of-order|m:GroupId⟧ Id="${groupId}"/><!-- Bob -->${contact}`),
    fix: 'Move <m:GroupId> after <m:ContactId>',
    after: removeBoth(`${contact}<!-- Bob -->${group}`),
  },
  {
    about: 'a comment above two elements of one line',
    text: removeBoth(`\n      <!-- Lunch -->\n      <⟦child.out-of-order|m:GroupId⟧ Id="${groupId}"/>${contact}\n    `),
    fix: 'Move <m:GroupId> after <m:ContactId>',
    after: removeBoth(`\n      <!-- Lunch -->\n      ${contact}${group}\n    `),
  },
  {
    about: 'a comment with a blank line behind it may speak of all: moving is by choice',
    text: removeBoth(
      `\n      <!-- Lunch -->\n\n      <⟦child.out-of-order|m:GroupId⟧ Id="${groupId}"/>\n      ${contact}\n    `,
    ),
    fix: 'Move <m:GroupId> after <m:ContactId>',
    after: removeBoth(`\n      <!-- Lunch -->\n\n      ${contact}\n      ${group}\n    `),
  },
  {
    about: 'comments behind the start tag and before the end tag speak of no child',
    text: removeBoth(
      ` <!-- Bob leaves -->\n      <⟦child.out-of-order|m:GroupId⟧ Id="${groupId}"/>\n      ${contact}\n      <!-- that is all -->\n    `,
    ),
    fix: 'Move <m:GroupId> after <m:ContactId>',
    after: removeBoth(` <!-- Bob leaves -->\n      ${contact}\n      ${group}\n      <!-- that is all -->\n    `),
    fixAll: removeBoth(` <!-- Bob leaves -->\n      ${contact}\n      ${group}\n      <!-- that is all -->\n    `),
  },
  {
    about: 'what is added goes before a child with its comment',
    text: envelope(
      `<⟦child.missing|m:RemoveImContactFromGroup⟧>\n      <!-- Lunch -->\n      ${group}\n    </m:RemoveImContactFromGroup>`,
    ),
    fix: 'Add <m:ContactId>',
    after: removeBoth(
      `\n      <m:ContactId Id="⟦placeholder.unfilled|{{contact id}}⟧"/>\n      <!-- Lunch -->\n      ${group}\n    `,
    ),
    fixAll: removeBoth(`\n      <m:ContactId Id="{{contact id}}"/>\n      <!-- Lunch -->\n      ${group}\n    `),
  },
  {
    about: 'what is added goes behind a child with its comment',
    text: envelope(
      `<⟦child.missing|m:RemoveImContactFromGroup⟧>\n      ${contact} <!-- Bob -->\n    </m:RemoveImContactFromGroup>`,
    ),
    fix: 'Add <m:GroupId>',
    after: removeBoth(
      `\n      ${contact} <!-- Bob -->\n      <m:GroupId Id="⟦placeholder.unfilled|{{group id}}⟧"/>\n    `,
    ),
    fixAll: removeBoth(`\n      ${contact} <!-- Bob -->\n      <m:GroupId Id="{{group id}}"/>\n    `),
  },
  {
    about: 'a wrapper goes, its comments stay',
    text: envelope(`<⟦operation.unknown|m:request⟧><!-- ask first --><m:GetImItemList/><!-- end --></m:request>`),
    fix: 'Keep what is inside <m:request> only',
    after: envelope('<!-- ask first --><m:GetImItemList/><!-- end -->'),
  },
  {
    about: 'a comment and white space in an id',
    text: remove(`<m:GroupId Id="${groupId}">⟦content.not-empty| <!-- lunch --> ⟧</m:GroupId>`),
    says: '<m:GroupId> must be empty, and even white space between its tags counts. Write <m:GroupId …/>.',
    fix: 'Write <m:GroupId …/>',
    after: remove(`<!-- lunch -->${group}`),
    fixAll: remove(`<!-- lunch -->${group}`),
  },
  {
    about: 'a comment in the list that becomes an id',
    text: remove(
      `\n      <⟦child.unknown|m:GroupIds⟧>\n        <!-- lunch -->\n        <t:ItemId Id="${groupId}"/>\n      </m:GroupIds>\n    `,
    ),
    fix: 'Change to <m:GroupId>',
    after: remove(`\n      <!-- lunch -->\n      ${group}\n    `),
    others: [],
  },
];

mistakes('mistakes: order', order);
mistakes('mistakes: comments stay with what they speak of', comments);
