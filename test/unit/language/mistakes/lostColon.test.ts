import {
  contactId,
  declarations,
  envelope,
  groupId,
  items,
  type Mistake,
  mistakes,
  remove,
  removeGroup,
  sound,
  version,
} from './mistake.ts';

/** A request with its parts under other names. */
const parts = (header: string, body: string) =>
  `<soap:Envelope ${declarations}>\n  <${header}>${version}</${header.replace(/^.*\||⟧$/g, '')}>\n  <${body}>\n    ${removeGroup}\n  </${body.replace(/^.*\||⟧$/g, '')}>\n</soap:Envelope>\n`;
const marked = (name: string) => `⟦child.unknown|${name}⟧`;
const empty = (name: string) => removeGroup.replaceAll('m:RemoveImGroup', name);

const bodies: readonly Mistake[] = ['soap.Body', 'soap-Body', 'soap_Body', 'soap：Body', 'soapBody', 'soap.body'].map(
  name => ({
    about: `${name} for the Body`,
    text: parts('soap:Header', marked(name)),
    says: `<${name}> is not allowed in <soap:Envelope>. Did you mean <soap:Body>?`,
    fix: 'Change to <soap:Body>',
    after: sound,
    others: [],
  }),
);

const message = sound
  .replace('soap:Body', 'soap:Message')
  .replace('/soap:Body', '/soap:Message')
  .replace(removeGroup, '<a/>');
const withBody = (body: string) => message.replace('</soap:Message>\n', `</soap:Message>\n  <${body}/>\n`);

const held: readonly Mistake[] = [
  ...['soap:Message', 'soap:Content', 'Request'].map(
    (name): Mistake => ({
      about: `${name}, which holds the operation: it is the Body, and none is missing`,
      text: parts('soap:Header', marked(name)),
      fix: 'Change to <soap:Body>',
      after: sound,
      others: [],
    }),
  ),
  {
    about: 'what holds the version is the Header',
    text: parts(marked('soap:Head'), 'soap:Body'),
    fix: 'Change to <soap:Header>',
    after: sound,
    others: ['Remove <soap:Head>'],
  },
  {
    about: 'another word for the Header, known by what it holds',
    text: parts(marked('soap:Context'), 'soap:Body'),
    fix: 'Change to <soap:Header>',
    after: sound,
    others: ['Remove <soap:Context>'],
  },
  {
    about: 'both parts: two mistakes',
    text: parts(marked('soap.Header'), marked('soap.Body')),
    fix: 'Change to <soap:Header>',
    after: parts('soap:Header', marked('soap.Body')),
  },
  {
    about: 'a second one beside a Body: it holds an operation, and only the author knows which is meant',
    text: sound.replace('</soap:Body>\n', `</soap:Body>\n  <${marked('soap.Body')}>${removeGroup}</soap.Body>\n`),
    others: ['Remove <soap.Body>'],
  },
  {
    about: 'what holds nothing that is known is no Body',
    text: message
      .replace('soap:Message', marked('soap:Message'))
      .replace('soap:Envelope', '⟦child.missing|soap:Envelope⟧'),
    fix: 'Add <soap:Body>',
    after: withBody('⟦operation.missing|soap:Body⟧').replace('soap:Message', marked('soap:Message')),
    fixAll: withBody('soap:Body'),
  },
];

const operations: readonly Mistake[] = [
  'm.RemoveImGroup',
  'm-RemoveImGroup',
  'm_RemoveImGroup',
  'm：RemoveImGroup',
  'mRemoveImGroup',
  'm.removeImGroup',
  'msg.DeleteImGroup',
].map(name => ({
  about: `${name} for the operation`,
  text: envelope(empty(name).replace(name, `⟦operation.unknown|${name}⟧`)),
  says: `EWS has no operation ${name}. Did you mean m:RemoveImGroup?`,
  fix: 'Change to <m:RemoveImGroup>',
  after: sound,
}));

const others: readonly Mistake[] = [
  {
    about: 'soapBody, and nothing in it',
    text: sound.replace(/<soap:Body>[\s\S]*<\/soap:Body>/, '<⟦child.unknown|soapBody⟧/>'),
    says: '<soapBody> is not allowed in <soap:Envelope>. Did you mean <soap:Body>?',
    fix: 'Change to <soap:Body>',
    after: sound.replace(/<soap:Body>[\s\S]*<\/soap:Body>/, '<⟦operation.missing|soap:Body⟧/>'),
    others: [],
  },
  ...['soap.Envelope', 'soapEnvelope', 'sEnvelope'].map(name => ({
    about: name,
    text: sound.replace('soap:Envelope', `⟦envelope.missing|${name}⟧`).replace('/soap:Envelope', `/${name}`),
    fix: 'Change to <soap:Envelope>',
    after: sound,
  })),
  {
    about: 't.RequestServerVersion: the version is not missing',
    text: envelope(removeGroup, version.replace('t:RequestServerVersion', '⟦header.unknown|t.RequestServerVersion⟧')),
    fix: 'Change to <t:RequestServerVersion>',
    after: sound,
    others: ['Remove <t.RequestServerVersion>'],
  },
  {
    about: 'a child',
    text: remove(`<⟦child.unknown|message_GroupId⟧ Id="${groupId}"/>`),
    fix: 'Change to <m:GroupId>',
    after: sound,
  },
  {
    about: 'an id in a list',
    text: items(`<m:ContactIds><⟦child.unknown|types-ItemId⟧ Id="${contactId}"/></m:ContactIds>`),
    fix: 'Change to <t:ItemId>',
    after: items(`<m:ContactIds><t:ItemId Id="${contactId}"/></m:ContactIds>`),
  },
];

mistakes('mistakes: no colon in the name of the Body', bodies);
mistakes('mistakes: parts of the Envelope by what they hold', held);
mistakes('mistakes: no colon in the name of the operation', operations);
mistakes('mistakes: no colon in other names', others);
