import { type Case, envelope, fix, group, id, operation, remove, version } from './case.ts';

/** Two prefixes that are not declared, each of which can be declared first. */
const soapUi = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header>${version.replace('t:', 'typ:')}</e:Header><e:Body><mes:GetImItemList/></e:Body></e:Envelope>`;
const beside = (start: string, end: string) =>
  envelope(`${start}${group}<mm:Other xmlns:mm="urn:x"/>${end}`, `${version}<qq:Other/>`);

/** Fixes of what stands in the way of reading: markup, namespaces, encoding. */
export const markup: readonly Case[] = [
  fix(
    'namespace.declaration-misspelt',
    'Write xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages"',
    envelope(remove).replace('xmlns:m', 'xmlnsm'),
    envelope(remove),
  ),
  fix(
    'namespace.prefix-undeclared',
    'Declare xmlns:mes="http://schemas.microsoft.com/exchange/services/2006/messages"',
    soapUi,
    soapUi.replace('>', ' xmlns:mes="http://schemas.microsoft.com/exchange/services/2006/messages">'),
  ),
  // Another prefix that nothing declares is left alone, and so is one that is declared further in.
  fix(
    'namespace.prefix-undeclared',
    'Write m: in place of mm:',
    beside('<mm:RemoveImGroup>', '</mm:RemoveImGroup>'),
    beside('<m:RemoveImGroup>', '</m:RemoveImGroup>'),
  ),
  fix('xml.quotes', 'Write straight quotes', envelope(remove).replace(/="([^"]*)"/g, '=“$1”'), envelope(remove)),
  fix(
    'xml.raw-less-than',
    'Replace < by &lt;',
    envelope(remove).replace(id, 'Id="a<b"'),
    envelope(remove).replace(id, 'Id="a&lt;b"'),
  ),
  fix('xml.tag-misspelt', 'Write />', envelope(remove).replace('/>', '/ >'), envelope(remove)),
  fix(
    'namespace.https',
    'Write http://schemas.microsoft.com/exchange/services/2006/messages',
    envelope(remove).replace(
      'http://schemas.microsoft.com/exchange/services/2006/messages',
      'https://schemas.microsoft.com/exchange/services/2006/messages',
    ),
    envelope(remove),
  ),
  fix(
    'namespace.https',
    'Correct all 3 namespaces of the document',
    envelope(remove).replaceAll('http://', 'https://'),
    envelope(remove),
  ),
  fix(
    'namespace.wrong',
    'Write http://schemas.microsoft.com/exchange/services/2006/types',
    envelope(remove).replace('2006/types', '2006/type'),
    envelope(remove),
  ),
  fix(
    'namespace.prefix-undeclared',
    'Declare xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"',
    envelope(remove).replace(/ xmlns:t="[^"]*"/, ''),
    envelope(remove),
  ),
  fix(
    'encoding.not-utf-8',
    'Declare UTF-8',
    `<?xml version="1.0" encoding="iso-8859-1"?>\n${envelope(remove)}`,
    `<?xml version="1.0" encoding="utf-8"?>\n${envelope(remove)}`,
  ),
  fix('dtd.present', 'Remove it', `<!DOCTYPE x>\n${envelope(remove)}`, envelope(remove)),
  fix(
    'xml.not-well-formed',
    'Put a blank between the hyphens',
    envelope(`<!-- a -- b -->\n    ${remove}`),
    envelope(`<!-- a - - b -->\n    ${remove}`),
  ),
  fix('instruction.present', 'Remove it', `<?style x?>\n${envelope(remove)}`, envelope(remove)),
  fix(
    'xml.raw-ampersand',
    'Replace & by &amp;',
    envelope(operation('AddImGroup', '<m:DisplayName>R&D</m:DisplayName>')),
    envelope(operation('AddImGroup', '<m:DisplayName>R&amp;D</m:DisplayName>')),
  ),
  fix(
    'xml.entity-unknown',
    'Replace &auml; by its character',
    envelope(operation('AddImGroup', '<m:DisplayName>K&auml;se</m:DisplayName>')),
    envelope(operation('AddImGroup', '<m:DisplayName>Käse</m:DisplayName>')),
  ),
  fix(
    'xml.end-tag-mismatched',
    'Change to </m:RemoveImGroup>',
    envelope(remove.replace('</m:RemoveImGroup>', '</m:RemoveGroup>')),
    envelope(remove),
  ),
  fix('xml.not-closed', 'Write <m:GroupId …/>', envelope(remove.replace('/>', '>')), envelope(remove)),
  fix('xml.tag-unfinished', 'Add />', envelope(remove.replace('/>', '')), envelope(remove)),
  fix(
    'xml.attribute-without-value',
    'Add ="…"',
    envelope(remove.replace(id, `${id} ChangeKey`)),
    envelope(remove.replace(id, `${id} ChangeKey="{{change key}}"`)),
  ),
  fix('xml.attribute-repeated', 'Remove the second Id', envelope(remove.replace(id, `${id} Id="x"`)), envelope(remove)),
  fix('xml.value-unquoted', 'Add the missing quote', envelope(remove.replace('}}"', '}}')), envelope(remove)),
  fix(
    'xml.value-unquoted',
    'Enclose the value in quotes',
    envelope(remove.replace(id, 'Id=x')),
    envelope(remove.replace(id, 'Id="x"')),
  ),
  fix('namespace.declaration', 'Remove xmlns:x', envelope(remove.replace(id, `xmlns:x="" ${id}`)), envelope(remove)),
  fix(
    'xml.attributes-unseparated',
    'Add a blank',
    envelope(remove.replace(id, `${id}ChangeKey="EgAAAA=="`)),
    envelope(remove.replace(id, `${id} ChangeKey="EgAAAA=="`)),
  ),
  fix(
    'xml.character',
    'Remove it',
    envelope(operation('AddImGroup', '<m:DisplayName>a\u0001b</m:DisplayName>')),
    envelope(operation('AddImGroup', '<m:DisplayName>ab</m:DisplayName>')),
  ),
  fix(
    'xml.declaration-misplaced',
    'Remove what is before it',
    `\n<?xml version="1.0"?>\n${envelope(remove)}`,
    `<?xml version="1.0"?>\n${envelope(remove)}`,
  ),
  fix('document.escaped', 'Write it as plain XML', envelope(remove).replaceAll('"', '\\"'), envelope(remove)),
  fix(
    'xml.odd-blank',
    'Write ordinary blanks',
    envelope(remove).replace('<soap:Body>', '<soap:Body>\u00a0'),
    envelope(remove).replace('<soap:Body>', '<soap:Body> '),
  ),
  fix('xml.outside-root', 'Remove the text', `${envelope(remove)}stray`, envelope(remove)),
  fix(
    'xml.version',
    'Write 1.0',
    `<?xml version="1.1"?>\n${envelope(remove)}`,
    `<?xml version="1.0"?>\n${envelope(remove)}`,
  ),
];
