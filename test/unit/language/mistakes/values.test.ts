import { operations } from '../../../../src/ews/operations/index.ts';
import { envelope, groupId, type Mistake, mistakes } from './mistake.ts';

const property = (tag: string) =>
  envelope(`<m:GetImItemList><m:ExtendedProperties>${tag}</m:ExtendedProperties></m:GetImItemList>`);

const decisions: readonly Mistake[] = [
  {
    about: 'whether the migration is completed is for the author to say',
    text: envelope('<⟦child.missing|m:SetImListMigrationCompleted⟧/>'),
    others: ['Add <m:ImListMigrationCompleted> with true', 'Add <m:ImListMigrationCompleted> with false'],
  },
  {
    about: 'the type of a property is for the author to say',
    text: property('<⟦attribute.missing|t:ExtendedProperty⟧ PropertyTag="0x3001"/>'),
    others: ['String', 'Integer', 'Boolean', 'SystemTime', 'Binary'].map(type => `Add PropertyType="${type}"`),
  },
  {
    about: 'the type of a property that was begun is for the author to say',
    text: property('<t:ExtendedProperty PropertyTag="0x3001" ⟦xml.attribute-without-value|PropertyType⟧/>'),
    others: ['String', 'Integer', 'Boolean', 'SystemTime', 'Binary'].map(type => `Add PropertyType="${type}"`),
  },
  {
    about: 'which occurrence is meant is for the author to say',
    text: envelope(
      `<m:GetImItems><m:ContactIds><⟦attribute.missing|t:OccurrenceItemId⟧ RecurringMasterId="${groupId}"/></m:ContactIds></m:GetImItems>`,
    ),
    others: ['Add InstanceIndex="1"'],
  },
  {
    about: 'an operation that needs a value to be chosen is offered once for each',
    text: envelope('').replace('soap:Body', '⟦operation.missing|soap:Body⟧'),
    others: operations.flatMap(({ name }) =>
      name === 'SetImListMigrationCompleted'
        ? [`Add <m:${name}> with true`, `Add <m:${name}> with false`]
        : [`Add <m:${name}>`],
    ),
  },
];

mistakes('mistakes: values that only the author knows', decisions);
