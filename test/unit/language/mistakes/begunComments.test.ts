import { add, declarations, envelope, type Mistake, mistakes, sound } from './mistake.ts';

const begins = ['<!', '<!-', '<![', '<![CDATA', '<!D'];
const opened = (inner: string) => `<soap:Envelope ${declarations}>\n<soap:Body>\n<m:AddImGroup>\n${inner}`;
const closed = '\n</soap:Body>\n</soap:Envelope>';

const atTheEnd: readonly Mistake[] = begins.flatMap(begin => [
  {
    about: `${begin} at the end of the text`,
    text: opened(begin).replace('m:AddImGroup', '⟦xml.not-closed|m:AddImGroup⟧'),
    says: 'The text ends while <m:AddImGroup> and 2 elements around it are open. Add what is missing.',
    fix: 'Add </m:AddImGroup></soap:Body></soap:Envelope>',
    after: opened('')
      .replace('soap:Envelope', '⟦version.missing|soap:Envelope⟧')
      .replace('m:AddImGroup>\n', `⟦child.missing|m:AddImGroup⟧></m:AddImGroup>${closed}`),
  },
  {
    about: `${begin} at the end of the text, in a child`,
    text: opened(`<⟦xml.not-closed|m:DisplayName⟧>Lunch${begin}`),
    fix: 'Add </m:DisplayName></m:AddImGroup></soap:Body></soap:Envelope>',
    after: opened(`<m:DisplayName>Lunch</m:DisplayName>\n</m:AddImGroup>${closed}`).replace(
      'soap:Envelope',
      '⟦version.missing|soap:Envelope⟧',
    ),
  },
]);

const named = (before: string, behind = '') =>
  envelope(`<m:AddImGroup>${before}\n      <m:DisplayName>Lunch</m:DisplayName>${behind}\n    </m:AddImGroup>`);

const amongOthers: readonly Mistake[] = [
  ...begins.flatMap(begin => [
    {
      about: `${begin} on a line before another element`,
      text: named(`\n      ⟦xml.unterminated|${begin}⟧`),
      fix: `Remove ${begin}`,
      after: named(''),
      others: [],
    },
    {
      about: `${begin} on a line before an end tag`,
      text: named('', `\n      ⟦xml.unterminated|${begin}⟧`),
      fix: `Remove ${begin}`,
      after: named(''),
    },
  ]),
  {
    about: '<!- behind an element on its line',
    text: named('', ' ⟦xml.unterminated|<!-⟧'),
    says: 'What begins here with <!- has no end. Add -->.',
    fix: 'Remove <!-',
    after: named('', ' '),
  },
  {
    about: '<![CDATA in a text, which may be meant as one',
    text: add('<m:DisplayName>Lunch⟦xml.unterminated|<![CDATA⟧</m:DisplayName>'),
    says: 'What begins here with <![CDATA has no end. Add ]]>.',
    fix: 'Remove <![CDATA',
    after: add('<m:DisplayName>Lunch</m:DisplayName>'),
    others: ['Replace < by &lt;'],
  },
  {
    about: '<! before the Envelope',
    text: `⟦xml.unterminated|<!⟧\n${sound}`,
    fix: 'Remove <!',
    after: sound,
  },
  {
    about: '<! behind the Envelope',
    text: `${sound}⟦xml.unterminated|<!⟧`,
    fix: 'Remove <!',
    after: sound,
  },
];

mistakes('mistakes: comments begun at the end of the text', atTheEnd);
mistakes('mistakes: comments begun among other things', amongOthers);
