import { readFileSync } from 'node:fs';
import { operations } from '../src/ews/operations/index.ts';
import { type EnvelopeValues, envelopeFor, problemCodes, snippets } from '../src/language/index.ts';
import { initialContent } from '../src/sandbox/content.ts';
import { grammar } from './grammar.ts';
import { inRoot } from './paths.ts';
import { problemsDocument } from './problemsPage.ts';

/** Every file that is made from the facts, by its path, with its content as it should be. */
export function generatedFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['snippets/ews.code-snippets', `${JSON.stringify(snippets(), undefined, 2)}\n`],
    ['syntaxes/ews.tmLanguage.json', `${JSON.stringify(grammar(), undefined, 2)}\n`],
    ['docs/problems.md', problemsDocument()],
    ['package.json', `${JSON.stringify(manifest(), undefined, 2)}\n`],
    ...samples(),
  ]);
}

/** package.json with the codes that `ews.problems` takes, so that VS Code completes them and tells a wrong one. */
function manifest(): unknown {
  const found = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  found.contributes.configuration.properties['ews.problems'].propertyNames = { enum: problemCodes };
  return found;
}

/** Requests that name what the sandbox holds. */
function samples(): readonly (readonly [string, string])[] {
  const [mailbox] = initialContent.mailboxes;
  const group = (name: string) => mailbox?.groups.find(({ displayName }) => displayName === name);
  const contact = (name: string) => mailbox?.contacts.find(({ displayName }) => displayName === name);
  const id = (item: { readonly id: string; readonly changeKey: string } | undefined) => ({
    Id: item?.id ?? '',
    ChangeKey: item?.changeKey ?? '',
  });
  const values: Readonly<Record<string, EnvelopeValues>> = {
    AddImContactToGroup: { ContactId: id(contact('Fumiko Sato')), GroupId: id(group('Lunch Club')) },
    AddImGroup: { DisplayName: 'R&D Berlin' },
    AddNewImContactToGroup: {
      ImAddress: 'hana.kim@contoso.example',
      DisplayName: 'Hana Kim',
      GroupId: id(group('Lunch Club')),
    },
    AddNewTelUriContactToGroup: {
      TelUriAddress: 'tel:+15550123',
      ImContactSipUriAddress: 'sip:front.desk@contoso.example',
      ImTelephoneNumber: '+1 555 0123',
      GroupId: id(group('Night Shift')),
    },
    AddDistributionGroupToImList: { SmtpAddress: 'sales@contoso.example', DisplayName: 'Sales' },
    GetImItemList: {},
    GetImItems: { ContactIds: id(contact('Emil Berg')), GroupIds: id(group('Project Phoenix')) },
    RemoveContactFromImList: { ContactId: id(contact('Emil Berg')) },
    RemoveDistributionGroupFromImList: { GroupId: id(group('All Engineering')) },
    RemoveImContactFromGroup: { ContactId: id(contact('Ben Ortiz')), GroupId: id(group('Project Phoenix')) },
    RemoveImGroup: { GroupId: id(group('Old Team')) },
    SetImGroup: { GroupId: id(group('Night Shift')), NewDisplayName: 'Early Birds' },
  };
  return operations
    .filter(({ name }) => values[name])
    .map(operation => [`samples/${operation.name}.ews`, envelopeFor(operation, values[operation.name])]);
}
