import assert from 'node:assert/strict';
import { shownEntries } from '../../../src/editor/views/shownEntries.ts';
import { envelopeFor, operationNamed } from '../../../src/language/index.ts';
import { panelView } from '../../../src/panel/index.ts';
import { decode } from '../../../src/response/index.ts';
import { initialContent, startSandbox } from '../../../src/sandbox/index.ts';
import * as sample from '../../support/exchanges.ts';

const [ada] = initialContent.mailboxes;
const phoenix = ada?.groups[0];
const ben = ada?.contacts[0];
assert.ok(phoenix && ben);

suite('the groups and contacts of an answer, for the panel', () => {
  test('GetImItemList: every group with its members, every contact with its groups', async () => {
    const entries = await entriesOf('GetImItemList');
    assert.deepEqual(entries.slice(0, 2), [
      { id: phoenix.id, name: 'Project Phoenix', detail: 'IM group · 3 members: Ben Ortiz, Chandra Rao, Dana Novak' },
      { id: ada.groups[1]?.id, name: 'Lunch Club', detail: 'IM group · 2 members: Ben Ortiz, Emil Berg' },
    ]);
    const distribution = ada.groups.findIndex(({ smtpAddress }) => smtpAddress !== undefined);
    assert.equal(entries[distribution]?.detail, 'Distribution group · engineering@contoso.example');
    assert.deepEqual(entries[ada.groups.length], {
      id: ben.id,
      name: 'Ben Ortiz',
      detail: 'Contact · ben.ortiz@contoso.example, in Project Phoenix, Lunch Club',
    });
    assert.equal(entries.length, ada.groups.length + ada.contacts.length);
  });

  test('a part of the list does not claim to know the groups of a contact', async () => {
    assert.deepEqual(await entriesOf('GetImItems', { ContactIds: { Id: ben.id }, GroupIds: { Id: 'AAAA' } }), [
      { id: ben.id, name: 'Ben Ortiz', detail: 'Contact · ben.ortiz@contoso.example' },
    ]);
  });

  test('an answer that returns nothing has none', async () => {
    assert.deepEqual(await entriesOf('RemoveImGroup', { GroupId: { Id: phoenix.id } }), []);
  });

  test('the panel gives each row the ids of exchange and entry, and says how many more there are', () => {
    const entries = Array.from({ length: 150 }, (_, index) => ({ id: `id ${index}`, name: 'n', detail: 'd' }));
    const table = panelView(sample.success, sample.successExplanation, { entries }).entries;
    assert.equal(table?.rows.length, 100);
    assert.deepEqual(table.rows[99]?.action.arguments, [sample.success.id, 'id 99']);
    assert.equal(table.rows[99]?.action.command, 'ews.useInNewRequest');
    assert.equal(table.more, 'Shown: 100 of 150. Open Formatted shows all.');
    assert.equal(panelView(sample.success, sample.successExplanation).entries, undefined);
  });
});

async function entriesOf(name: string, values: Parameters<typeof envelopeFor>[1] = {}) {
  const operation = operationNamed(name);
  assert.ok(operation);
  const sandbox = await startSandbox();
  try {
    const headers = { 'Content-Type': 'text/xml; charset=utf-8' };
    const response = await fetch(sandbox.url, { method: 'POST', headers, body: envelopeFor(operation, values) });
    const text = await response.text();
    return shownEntries({ outcome: decode({ status: 200, body: text }), text });
  } finally {
    await sandbox.stop();
  }
}
