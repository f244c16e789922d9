import assert from 'node:assert/strict';
import { findOperation, operationNames } from '../../../src/ews/operationNames.ts';
import { operations } from '../../../src/ews/operations/index.ts';

suite('Names of all operations', () => {
  const all = operationNames().map(name => findOperation(name)!);

  test('122 of the service description and 3 that only the documentation has, each once', () => {
    assert.equal(all.length, 122 + 3);
    assert.equal(new Set(all.map(({ name }) => name)).size, 125);
    assert.deepEqual(
      ['GetReminders', 'PerformReminderAction', 'AddEntityFeedback'].filter(name => !findOperation(name)),
      [],
    );
  });
  test('the 13 whose content is known are among them, with the same effect and page', () => {
    assert.equal(operations.length, 13);
    assert.deepEqual(
      operations.map(({ name }) => {
        const { effect, documentation } = findOperation(name)!;
        return { name, effect, documentation };
      }),
      operations.map(({ name, effect, documentation }) => ({ name, effect, documentation })),
    );
  });
  test('only what asks is said to read', () => {
    const asking = /^(?:Get|Find|Search|Resolve|Expand|Convert|Export|Sync)/;
    assert.deepEqual(
      namesOf('reads').filter(name => !asking.test(name)),
      [],
    );
    assert.deepEqual(
      namesOf('changes').filter(name => asking.test(name)),
      ['GetClientAccessToken'],
    );
  });
  test('what takes away is said to remove', () => {
    const removing = /^(?:Delete|Remove|Empty|Unpin|Uninstall)/;
    assert.deepEqual(
      all.filter(({ name, effect }) => removing.test(name) !== (effect === 'removes')),
      [],
    );
  });
  test('effects that a name could hide', () => {
    const effects = {
      MarkAllItemsAsRead: 'changes',
      Subscribe: 'changes',
      DisconnectPhoneCall: 'changes',
      SendItem: 'changes',
      HideTag: 'changes',
      SyncFolderItems: 'reads',
      GetStreamingEvents: 'reads',
      ConvertId: 'reads',
      EmptyFolder: 'removes',
    };
    assert.deepEqual(
      Object.fromEntries(Object.keys(effects).map(name => [name, findOperation(name)?.effect])),
      effects,
    );
  });
  test('request elements that are not called as their operation', () =>
    assert.deepEqual(
      all.filter(({ name, requestElement }) => name !== requestElement).map(({ requestElement }) => requestElement),
      [
        'GetUserAvailabilityRequest',
        'GetUserOofSettingsRequest',
        'GetMeetingInstanceRequest',
        'SetUserOofSettingsRequest',
        'UpdateMeetingInstanceRequest',
        'CreateMeetingInstanceRequest',
        'DeleteMeetingInstanceRequest',
      ],
    ));
  test('an operation is found by its name and by its request element', () => {
    assert.equal(findOperation('GetUserOofSettings')?.requestElement, 'GetUserOofSettingsRequest');
    assert.equal(findOperation('GetUserOofSettingsRequest')?.name, 'GetUserOofSettings');
  });
  test('SOAPActions, also the odd ones', () => {
    const messages = 'http://schemas.microsoft.com/exchange/services/2006/messages';
    assert.equal(findOperation('RemoveImGroup')?.soapAction, `${messages}/RemoveImGroup`);
    assert.equal(findOperation('GetStreamingEvents')?.soapAction, `${messages}/GetEvents`);
    assert.equal(findOperation('GetMeetingInstance')?.soapAction, `${messages}/GetMeetingInstanceRequest`);
    assert.equal(findOperation('GetUserOofSettings')?.soapAction, `${messages}/GetUserOofSettings`);
  });
  test('headers that only some operations know', () => {
    assert.deepEqual(findOperation('GetItem')?.furtherHeaders, [
      't:TimeZoneContext',
      't:ManagementRole',
      't:DateTimePrecision',
    ]);
    assert.deepEqual(findOperation('CreateItem')?.furtherHeaders, ['t:TimeZoneContext']);
    assert.deepEqual(findOperation('RemoveImGroup')?.furtherHeaders, []);
    const count = (header: `t:${string}`) => all.filter(({ furtherHeaders }) => furtherHeaders.includes(header)).length;
    assert.deepEqual(
      ['t:TimeZoneContext', 't:ManagementRole', 't:DateTimePrecision'].map(name => count(name as 't:')),
      [15, 23, 2],
    );
  });
  test('pages of the documentation', () => {
    const pages = 'https://learn.microsoft.com/exchange/client-developer/web-service-reference';
    assert.equal(findOperation('FindItem')?.documentation, `${pages}/finditem-operation`);
    assert.equal(findOperation('PlayOnPhone')?.documentation, `${pages}/playonphone-operation-ews`);
    assert.equal(findOperation('FindTags')?.documentation, undefined);
    assert.equal(all.filter(({ documentation }) => documentation === undefined).length, 27);
  });
  test('nothing else is an operation', () => {
    assert.equal(findOperation('RemoveIMGroup'), undefined);
    assert.equal(findOperation('RemoveImGroupResponse'), undefined);
    assert.equal(findOperation('constructor'), undefined);
    assert.equal(findOperation(''), undefined);
  });

  function namesOf(effect: string): readonly string[] {
    return all.filter(operation => operation.effect === effect).map(({ name }) => name);
  }
});
