import { declarations, group, groupId, type Mistake, mistakes, removeGroup, version } from './mistake.ts';

const declaration = '<?xml version="1.0" encoding="utf-8"?>';
const names = declarations.replaceAll(' xmlns', '\n  xmlns');
const header = `<soap:Header>\n    ${version}\n  </soap:Header>`;

/** An envelope around what is written in lines of their own, the first of them without its indentation. */
function whole(parts: string, attributes = names): string {
  return `<soap:Envelope ${attributes}>\n  ${parts}\n</soap:Envelope>`;
}

function withBody(...lines: readonly string[]): string {
  return whole(`${header}\n  <soap:Body>\n${lines.map(line => `    ${line}\n`).join('')}  </soap:Body>`);
}

const fragments: readonly Mistake[] = [
  {
    about: 'an operation with a list, in lines of its own',
    text: `<⟦envelope.missing|m:GetImItems⟧>\n  <m:GroupIds>\n    <t:ItemId Id="${groupId}"/>\n  </m:GroupIds>\n</m:GetImItems>`,
    fix: 'Put it into an envelope',
    after: `${declaration}\n${withBody('<m:GetImItems>', '  <m:GroupIds>', `    <t:ItemId Id="${groupId}"/>`, '  </m:GroupIds>', '</m:GetImItems>')}`,
  },
  {
    about: 'an operation whose text goes over two lines, which indenting would change',
    text: '<⟦envelope.missing|m:AddImGroup⟧>\n  <m:DisplayName>Lunch\n  Club</m:DisplayName>\n</m:AddImGroup>',
    fix: 'Put it into an envelope',
    after: `${declaration}\n${whole(`${header}\n  <soap:Body>\n    <m:AddImGroup>\n  <m:DisplayName>Lunch\n  Club</m:DisplayName>\n</m:AddImGroup>\n  </soap:Body>`)}`,
  },
  {
    about: 'an operation alone',
    text: removeGroup.replace('m:RemoveImGroup', '⟦envelope.missing|m:RemoveImGroup⟧'),
    says: '<m:RemoveImGroup> stands without a SOAP envelope. Put it into the Body of an Envelope.',
    fix: 'Put it into an envelope',
    after: `${declaration}\n${withBody(removeGroup)}`,
    others: [],
  },
  {
    about: 'an operation in lines of its own, behind a comment',
    text: `<!-- remove it -->\n<⟦envelope.missing|m:RemoveImGroup⟧>\n  ${group}\n</m:RemoveImGroup>\n`,
    fix: 'Put it into an envelope',
    after: `${declaration}\n<!-- remove it -->\n${withBody('<m:RemoveImGroup>', `  ${group}`, '</m:RemoveImGroup>')}\n`,
  },
  {
    about: 'an operation behind blank lines, indented, with CRLF and a blank line in it',
    text: `\r\n\r\n    <⟦envelope.missing|m:RemoveImGroup⟧>\r\n\r\n      ${group}\r\n    </m:RemoveImGroup>\r\n`,
    fix: 'Put it into an envelope',
    after: `${declaration}\n${withBody('<m:RemoveImGroup>', '', `  ${group}`, '</m:RemoveImGroup>')}\n`
      .replace('\n    \n', '\n\n')
      .replaceAll('\n', '\r\n'),
  },
  {
    about: 'an operation that is indented by tabs',
    text: `<⟦envelope.missing|m:RemoveImGroup⟧>\n\t${group}\n</m:RemoveImGroup>`,
    fix: 'Put it into an envelope',
    after: `${declaration}\n${withBody('<m:RemoveImGroup>', `  ${group}`, '</m:RemoveImGroup>').replaceAll('  ', '\t')}`,
  },
  {
    about: 'an operation with its own namespace, indented, behind a declaration',
    text: `<?xml version="1.0"?>\n  <⟦envelope.missing|GetImItemList⟧ xmlns="http://schemas.microsoft.com/exchange/services/2006/messages"/>\n`,
    fix: 'Put it into an envelope',
    after: `<?xml version="1.0"?>\n${withBody('<GetImItemList xmlns="http://schemas.microsoft.com/exchange/services/2006/messages"/>')}\n`,
  },
  {
    about: 'an operation behind a byte order mark and a comment',
    text: '\ufeff<!-- all --> <⟦envelope.missing|m:GetImItemList⟧/>',
    fix: 'Put it into an envelope',
    after: `\ufeff${declaration}\n<!-- all --> ${withBody('<m:GetImItemList/>')}`,
  },
  {
    about: 'an operation of which only the name is known, with a prefix of its own',
    text: '<⟦envelope.missing|ews:FindItem⟧/>',
    fix: 'Put it into an envelope',
    after: `${declaration}\n${withBody('<⟦operation.not-checked|ews:FindItem⟧/>').replace('xmlns:m', 'xmlns:ews')}`,
  },
  {
    about: 'an operation with a text of several lines, which stays as it is',
    text: '<⟦envelope.missing|m:CreateItem⟧>\n  <t:Body>Hello,\n\n  Bob</t:Body>\n</m:CreateItem>',
    fix: 'Put it into an envelope',
    after: `${declaration}\n${withBody('<⟦operation.not-checked|m:CreateItem⟧>')}`.replace(
      /(?<=CreateItem⟧>)/,
      '\n  <t:Body>Hello,\n\n  Bob</t:Body>\n</m:CreateItem>',
    ),
  },
  {
    about: 'a Body alone',
    text: `<⟦envelope.missing|soap:Body⟧>\n  ${removeGroup}\n</soap:Body>\n`,
    says: '<soap:Body> stands without the Envelope around it. Put it into an Envelope.',
    fix: 'Put it into an envelope',
    after: `${declaration}\n${withBody(removeGroup)}\n`,
    others: [],
  },
  {
    about: 'a Body that has the declarations',
    text: `<⟦envelope.missing|soap:Body⟧ ${declarations} xmlns:x="urn:x">${removeGroup}</soap:Body>`,
    fix: 'Put it into an envelope',
    after: `${declaration}\n${whole(`${header}\n  <soap:Body>${removeGroup}</soap:Body>`, `${names}\n  xmlns:x="urn:x"`)}`,
  },
  {
    about: 'a Body of SOAP 1.2',
    text: `<⟦envelope.missing|s:Body⟧ xmlns:s="⟦envelope.soap12|http://www.w3.org/2003/05/soap-envelope⟧"><m:GetImItemList/></s:Body>`,
    fix: 'Put it into an envelope',
    after: `${declaration}\n${whole(`${header}\n  <soap:Body><m:GetImItemList/></soap:Body>`)}`
      .replace('http://schemas.xmlsoap.org/soap/envelope/', '⟦envelope.soap12|http://www.w3.org/2003/05/soap-envelope⟧')
      .replaceAll(/\bsoap(?=[:=])/g, 's'),
    fixAll: '<s:Body xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><m:GetImItemList/></s:Body>',
  },
  {
    about: 'a Body without prefixes',
    text: '<⟦envelope.missing|Body⟧ xmlns="http://schemas.xmlsoap.org/soap/envelope/"><m:GetImItemList/></Body>',
    fix: 'Put it into an envelope',
    after: `${declaration}\n${whole(`${header}\n  <soap:Body><m:GetImItemList/></soap:Body>`).replaceAll('soap:', '').replace(':soap', '')}`,
  },
  {
    about: 'a Header and a Body',
    text: `<⟦envelope.missing|soap:Header⟧>${version}</soap:Header>\n<!-- all -->\n<soap:Body>\n  <m:GetImItemList/>\n</soap:Body>\n`,
    says: '<soap:Header> stands without the Envelope around it. Put it into an Envelope.',
    fix: 'Put them into an envelope',
    after: `${declaration}\n${whole(`<soap:Header>${version}</soap:Header>\n  <!-- all -->\n  <soap:Body>\n    <m:GetImItemList/>\n  </soap:Body>`)}\n`,
    others: [],
  },
  {
    about: 'a Header and a Body with the prefixes of SoapUI and declarations of their own',
    text: `<⟦envelope.missing|soapenv:Header⟧ xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">${version.replace('t:', 'typ:')}</soapenv:Header>\n<soapenv:Body xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><mes:GetImItemList/></soapenv:Body>`,
    fix: 'Put them into an envelope',
    after:
      `${declaration}\n${whole(`<soap:Header>${version}</soap:Header>\n  <soap:Body><m:GetImItemList/></soap:Body>`)}`
        .replaceAll(/\bsoap(?=[:=])/g, 'soapenv')
        .replaceAll(/\bm(?=[:=])/g, 'mes')
        .replaceAll(/\bt(?=[:=])/g, 'typ'),
  },
];

mistakes('mistakes: pieces of a request', fragments);
