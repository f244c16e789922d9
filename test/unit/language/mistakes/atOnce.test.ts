import { add, envelope, group, groupId, mistakes, newContact, remove } from './mistake.ts';

const two = '<m:ImAddress>a@b.example</m:ImAddress><m:DisplayName>A</m:DisplayName>';
const further = '<⟦child.repeated|m:DisplayName⟧>B</m:DisplayName>';
const empty = envelope('<m:GetImItemList/>', '');
const headers = (header: string) => `<${header}></soap:Header>\n  <⟦child.unknown|soap:Headr⟧/>`;

mistakes('mistakes: two things at once', [
  {
    about: 'a Header with a slip in its name beside one without: the version is missing all the same',
    text: empty.replace('<soap:Header></soap:Header>', headers('⟦version.missing|soap:Header⟧')),
    fix: 'Add RequestServerVersion Exchange2013_SP1',
    after: empty.replace(
      '<soap:Header></soap:Header>',
      headers('soap:Header').replace(
        '></soap',
        '>\n    <t:RequestServerVersion Version="Exchange2013_SP1"/>\n  </soap',
      ),
    ),
    fixAll: empty.replace(
      '<soap:Header></soap:Header>',
      '<soap:Header>\n    <t:RequestServerVersion Version="Exchange2013_SP1"/>\n  </soap:Header>\n  <soap:Headr/>',
    ),
  },
  {
    about: 'a text that should be a child, and a comment behind it',
    text: add('⟦content.text|Lunch⟧<!-- c -->'),
    fix: 'Put the text into <m:DisplayName>',
    after: add('<m:DisplayName>Lunch<!-- c --></m:DisplayName>'),
  },
  {
    about: 'a text before the empty child that should hold it, and a comment behind both',
    text: add('⟦content.text|Lunch⟧<m:DisplayName/><!-- c -->'),
    fix: 'Put the text into <m:DisplayName>',
    after: add('<m:DisplayName>Lunch</m:DisplayName><!-- c -->'),
  },
  {
    about: 'a child too early, and another one twice',
    text: newContact(`<⟦child.out-of-order|m:GroupId⟧ Id="${groupId}"/>${two}${further}`),
    fix: 'Move <m:GroupId> after <m:DisplayName>',
    after: newContact(`${two}${group}${further}`),
    fixAll: newContact(`${two}${group}<m:DisplayName>B</m:DisplayName>`),
  },
  {
    about: 'an id between the tags, and a ChangeKey where it belongs: the Id is not missing as well',
    text: remove(`<m:GroupId ChangeKey="EgAAAA==">⟦content.not-empty|${groupId}⟧</m:GroupId>`),
    fix: 'Put the text into the attribute Id',
    after: remove(`<m:GroupId ChangeKey="EgAAAA==" Id="${groupId}"/>`),
  },
]);
