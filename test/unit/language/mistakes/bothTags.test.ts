import { contactId, envelope, group, type Mistake, mistakes, removeGroup, sound } from './mistake.ts';

const operation = (start: string, end = start) => envelope(`<${start}>${group}</${end}>`);

const written = (wrong: string): Mistake => ({
  about: `${wrong} in both tags`,
  text: operation(`⟦xml.tag-misspelt|${wrong}⟧`, wrong),
  says: 'A tag is not written like this. Write m:RemoveImGroup.',
  fix: 'Write m:RemoveImGroup',
  after: sound,
  fixAll: sound,
});

const atTheEnd = (wrong: string): Mistake => ({
  ...written(wrong),
  about: `${wrong} in the end tag`,
  text: operation('m:RemoveImGroup', `⟦xml.tag-misspelt|${wrong}⟧`),
});

const spare = (character: string, title: string): Mistake => ({
  about: `${character} behind the name in both tags`,
  text: operation(`m:RemoveImGroup⟦xml.tag-misspelt|${character}⟧`, `m:RemoveImGroup${character}`),
  fix: title,
  after: sound,
  fixAll: sound,
});

const part = (local: string, separator: string): Mistake => ({
  about: `soap${separator}${local} in both tags`,
  text: sound
    .replaceAll(`soap:${local}`, `soap${separator}${local}`)
    .replace(`soap${separator}${local}`, found => `⟦xml.tag-misspelt|${found}⟧`),
  fix: `Write soap:${local}`,
  after: sound,
  fixAll: sound,
});

const names = ['m::', 'm;', 'm: ', 'm :', 'm ', 'm;;', 'm: :', 'm:"', "m'", 'm,', 'm&', 'm!'];

const bothTags: readonly Mistake[] = [
  ...[...names.map(name => `${name}RemoveImGroup`), 'm:Remove ImGroup'].flatMap(wrong => [
    written(wrong),
    atTheEnd(wrong),
  ]),
  spare(';', 'Remove ;'),
  spare(',', 'Remove the comma'),
  spare('"', 'Remove the quote'),
  ...['::', ';', ' '].flatMap(separator => [part('Body', separator), part('Envelope', separator)]),
  {
    about: 'a blank before the name in both tags',
    text: operation('⟦xml.tag-misspelt|< m:RemoveImGroup⟧', ' m:RemoveImGroup').replace('<⟦', '⟦'),
    says: 'A tag is not written like this. Write <m:RemoveImGroup.',
    fix: 'Remove the white space',
    after: sound,
    fixAll: sound,
  },
  {
    about: 'a blank before the name in the end tag alone, and in the start tag of another name',
    text: envelope(
      `⟦xml.tag-unfinished|<⟧ m:RemoveImGroups/><m:RemoveImGroup>${group}⟦xml.tag-misspelt|</ m:RemoveImGroup>⟧`,
    ),
    fix: 'Remove the white space',
    after: envelope(
      `<⟦operation.repeated|m:RemoveImGroups⟧/><m:RemoveImGroup>${group}⟦xml.tag-misspelt|</ m:RemoveImGroup>⟧`,
    ),
    fixAll: envelope(`< m:RemoveImGroups/><m:RemoveImGroup>${group}</m:RemoveImGroup>`),
  },
];

const listed = (content: string) => envelope(`<m:GetImItems><m:ContactIds>${content}</m:ContactIds></m:GetImItems>`);
const item = `<t:ItemId Id="${contactId}"></t:ItemId>`;

const pairs: readonly Mistake[] = [
  {
    about: 'a start tag has the slip, and the end tag of another element',
    text: listed(item.replace('t:ItemId', '⟦xml.tag-misspelt|t::ItemId⟧') + item.replace('/t:ItemId', '/t::ItemId')),
    fix: 'Write t:ItemId',
    after: listed(item + item),
    fixAll: listed(item + item),
  },
  {
    about: 'an empty element has the slip, and nothing ends it',
    text: listed(`<⟦xml.tag-misspelt|t::ItemId⟧ Id="${contactId}"/>${item}`),
    fix: 'Write t:ItemId',
    after: listed(`<t:ItemId Id="${contactId}"/>${item}`),
    fixAll: listed(`<t:ItemId Id="${contactId}"/>${item}`),
  },
];

const bdoy = sound.replaceAll('soap:Body', 'soap Bdoy');
const rests: readonly Mistake[] = [
  {
    about: 'an end tag of several words, of which none is known',
    text: operation('m:RemoveImGroup', '⟦xml.end-tag-mismatched|m:RemoveIm⟧ Grp'),
    fix: 'Change to </m:RemoveImGroup>',
    after: sound,
  },
  {
    about: 'no Body is added into an end tag that is not finished',
    text: bdoy
      .replace('Bdoy', '⟦xml.attribute-without-value|Bdoy⟧')
      .replace('</soap Bdoy', '</⟦xml.tag-unfinished|soap⟧ Bdoy'),
    fix: 'Add ="…"',
    after: bdoy
      .replace('soap Bdoy', '⟦child.unknown|soap⟧ Bdoy="{{bdoy}}"')
      .replace('</soap Bdoy', '</⟦xml.tag-unfinished|soap⟧ Bdoy'),
    others: [],
  },
  {
    about: 'a word that is no prefix before the name of an element',
    text: envelope(removeGroup.replace('m:RemoveImGroup>', 'x ⟦xml.attribute-without-value|RemoveImGroup⟧>')).replace(
      '</m:RemoveImGroup>',
      '</⟦xml.tag-unfinished|x⟧ RemoveImGroup>',
    ),
    fix: 'Add ="…"',
    after: envelope(
      removeGroup.replace('m:RemoveImGroup>', '⟦operation.unknown|x⟧ RemoveImGroup="{{remove im group}}">'),
    ).replace('</m:RemoveImGroup>', '</⟦xml.tag-unfinished|x⟧ RemoveImGroup>'),
  },
];

mistakes('mistakes: the same slip in both tags', bothTags);
mistakes('mistakes: which end tag has the same slip', pairs);
mistakes('mistakes: end tags of several words', rests);
