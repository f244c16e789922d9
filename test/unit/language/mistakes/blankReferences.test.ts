import { add, envelope, type Mistake, mistakes, removeGroup, sound, version } from './mistake.ts';

const indented = (blanks: string, as = '  ') => ({
  about: `${blanks} as indentation`,
  text: sound.replaceAll('\n  ', `\n${blanks}`).replace(blanks, `⟦xml.odd-blank|${blanks}⟧`),
  fix: 'Write ordinary blanks',
  after: sound.replaceAll('\n  ', `\n${as}`),
  fixAll: sound.replaceAll('\n  ', `\n${as}`),
});

const trace = '<⟦header.foreign|x:Trace⟧ xmlns:x="urn:x">&#160;<x:Part/></x:Trace>';

const layout: readonly Mistake[] = [
  {
    ...indented('&nbsp;&nbsp;'),
    says: 'Characters such as &nbsp; came in while copying, and XML does not take them for white space. Write an ordinary blank, or nothing.',
  },
  indented('&#160;&#160;'),
  indented('&#xA0;&#x00a0;'),
  indented('&emsp;', ' '),
  indented('&zwnj;&ensp;&shy;&#8195;&lrm;'),
  {
    about: 'a reference in a tag',
    text: sound.replace('GroupId Id', 'GroupId⟦xml.odd-blank|&nbsp;⟧Id'),
    says: 'The character &nbsp; came in while copying, and XML does not take it for white space. Write an ordinary blank, or nothing.',
    fix: 'Write ordinary blanks',
    after: sound,
    fixAll: sound,
  },
  {
    about: 'a reference behind the Envelope',
    text: `${sound}⟦xml.odd-blank|&nbsp;⟧`,
    fix: 'Write ordinary blanks',
    after: `${sound} `,
    fixAll: `${sound} `,
  },
];

const meant: readonly Mistake[] = [
  {
    about: 'a reference in a text',
    text: add('<m:DisplayName>Lunch⟦xml.entity-unknown|&nbsp;⟧Club</m:DisplayName>'),
    fix: 'Replace &nbsp; by its character',
    after: add('<m:DisplayName>Lunch\u00a0Club</m:DisplayName>'),
    others: ['Replace it by &amp;nbsp;'],
  },
  {
    about: 'a reference that is all of a text',
    text: add('<m:DisplayName>⟦xml.entity-unknown|&nbsp;⟧</m:DisplayName>'),
    fix: 'Replace &nbsp; by its character',
    after: add('<m:DisplayName>⟦value.blank|\u00a0⟧</m:DisplayName>'),
  },
  {
    about: 'a reference behind a bare < in a text, with another one as indentation',
    text: add(
      '⟦xml.odd-blank|&nbsp;⟧<m:DisplayName>a ⟦xml.tag-unfinished|<⟧ b⟦xml.entity-unknown|⟦xml.raw-ampersand|&⟧nbsp;⟧c</m:DisplayName>',
    ),
    fix: 'Write ordinary blanks',
    after: add(
      ' <m:DisplayName>a ⟦xml.tag-unfinished|<⟧ b⟦xml.raw-ampersand|⟦xml.entity-unknown|&⟧nbsp;⟧c</m:DisplayName>',
    ),
    fixAll: add(' <m:DisplayName>a < b&nbsp;c</m:DisplayName>'),
  },
  {
    about: 'references of whose meaning another standard decides',
    text: envelope(removeGroup, `${version}${trace}`),
  },
  {
    about: 'a reference to another character between elements, where no text may stand',
    text: add('⟦xml.entity-unknown|&copy;⟧<m:DisplayName>Lunch</m:DisplayName>'),
    fix: 'Replace &copy; by its character',
    after: add('⟦content.text|©⟧<m:DisplayName>Lunch</m:DisplayName>'),
    others: [],
  },
];

mistakes('mistakes: references to blanks', layout);
mistakes('mistakes: references that are meant', meant);
