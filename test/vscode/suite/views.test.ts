import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { HistoryView } from '../../../src/editor/views/historyView.ts';
import { type SandboxNode, SandboxView } from '../../../src/editor/views/sandboxView.ts';
import { operations } from '../../../src/ews/operations/index.ts';
import { envelopeFor } from '../../../src/language/index.ts';
import type { Outcome } from '../../../src/response/index.ts';
import { initialContent, type Sandbox, startSandbox } from '../../../src/sandbox/index.ts';
import type { Exchange } from '../../../src/sending/index.ts';

suite('the history in its view', () => {
  const none = new vscode.EventEmitter<void>();

  test('one line each: operation, code, time, endpoint, icon by tone', async () => {
    const view = new HistoryView({
      onDidChange: none.event,
      all: async () => [entry('1', 'Error', 'ErrorInvalidImGroupId'), entry('2', 'Success', 'NoError')],
    });
    const items = (await view.getChildren()).map(exchange => view.getTreeItem(exchange));
    const time = new Date('2020-02-03T04:05:06Z').toLocaleString(undefined, { dateStyle: 'short', timeStyle: 'short' });
    assert.deepEqual(
      items.map(({ label, description, iconPath }) => [label, description, (iconPath as vscode.ThemeIcon).id]),
      [
        ['RemoveImGroup', `ErrorInvalidImGroupId · ${time} · (bug) Lab`, 'error'],
        ['RemoveImGroup', `NoError · ${time} · (bug) Lab`, 'pass'],
      ],
    );
  });

  test('says in words what its icon says', async () => {
    const view = new HistoryView({ onDidChange: none.event, all: async () => [entry('1', 'Warning', 'ErrorX')] });
    const [first] = await view.getChildren();
    assert.ok(first);
    assert.match(view.getTreeItem(first).accessibilityInformation?.label ?? '', /^RemoveImGroup, warning, ErrorX, /);
  });

  test('a tooltip is plain text', async () => {
    const view = new HistoryView({ onDidChange: none.event, all: async () => [entry('1', 'Success', 'NoError')] });
    const [first] = await view.getChildren();
    assert.ok(first);
    assert.equal(typeof view.getTreeItem(first).tooltip, 'string');
  });

  test('an exchange that was removed is gone', async () => {
    let all = [entry('1', 'Success', 'NoError'), entry('2', 'Success', 'NoError')];
    const view = new HistoryView({ onDidChange: none.event, all: async () => all });
    assert.equal((await view.getChildren()).length, 2);
    all = all.slice(1);
    assert.deepEqual(
      (await view.getChildren()).map(({ id }) => id),
      ['2'],
    );
  });
});

suite('the sandbox in its view', () => {
  const changed = new vscode.EventEmitter<void>();
  let sandbox: Sandbox;

  setup(async () => {
    sandbox = await startSandbox();
    sandbox.onDidChange(() => changed.fire());
  });

  teardown(() => sandbox.stop());

  test('is empty until the sandbox runs', () => {
    assert.deepEqual(new SandboxView({ onDidChange: changed.event, current: undefined }).getChildren(), []);
  });

  test('shows mailboxes, groups with members, and contacts', () => {
    const view = new SandboxView({ onDidChange: changed.event, current: sandbox });
    assert.deepEqual(outline(view).slice(0, 14), [
      'Ada Keller, ada.keller@contoso.example',
      '  Project Phoenix, 3 members',
      '    Ben Ortiz, ben.ortiz@contoso.example',
      '    Chandra Rao, chandra.rao@contoso.example',
      '    Dana Novak, dana.novak@contoso.example',
      '  Lunch Club, 2 members',
      '    Ben Ortiz, ben.ortiz@contoso.example',
      '    Emil Berg, emil.berg@contoso.example',
      '  Night Shift, 1 member',
      '    Fumiko Sato, fumiko.sato@contoso.example',
      '  Old Team, no members',
      '  All Engineering, engineering@contoso.example',
      '  Contacts, 5',
      '    Ben Ortiz, ben.ortiz@contoso.example',
    ]);
  });

  test('every line has an id of its own', () => {
    const view = new SandboxView({ onDidChange: changed.event, current: sandbox });
    const ids = everyNode(view).map(({ node }) => view.getTreeItem(node).id);
    assert.equal(new Set(ids).size, ids.length);
  });

  test('a group that was removed goes from the view, which is told', async () => {
    const view = new SandboxView({ onDidChange: changed.event, current: sandbox });
    const removeImGroup = operations.find(({ name }) => name === 'RemoveImGroup');
    const group = sandbox.content().mailboxes[0]?.groups[0];
    assert.ok(removeImGroup && group);
    const told = new Promise<void>(resolve => view.onDidChangeTreeData(() => resolve()));
    await fetch(sandbox.url, {
      method: 'POST',
      headers: { 'Content-Type': 'text/xml; charset=utf-8' },
      body: envelopeFor(removeImGroup, { GroupId: { Id: group.id } }),
    });
    await told;
    assert.equal(outline(view)[1], '  Lunch Club, 2 members');
  });
});

suite('what the views can do', () => {
  test('the id of a line is copied', async () => {
    const mailbox = initialContent.mailboxes[0];
    const group = mailbox?.groups[0];
    assert.ok(group);
    await vscode.commands.executeCommand('ews.copyId', { kind: 'group', mailbox, group });
    assert.equal(await vscode.env.clipboard.readText(), group.id);
  });
});

interface PlacedNode {
  readonly node: SandboxNode;
  readonly depth: number;
}

function everyNode(view: SandboxView, parent?: SandboxNode, depth = 0): readonly PlacedNode[] {
  return view.getChildren(parent).flatMap(node => [{ node, depth }, ...everyNode(view, node, depth + 1)]);
}

function outline(view: SandboxView): readonly string[] {
  return everyNode(view).map(({ node, depth }) => {
    const { label, description } = view.getTreeItem(node);
    return `${'  '.repeat(depth)}${label}, ${description}`;
  });
}

function entry(id: string, responseClass: 'Success' | 'Warning' | 'Error', responseCode: string) {
  const outcome: Outcome = {
    kind: 'answered',
    operation: 'RemoveImGroup',
    messages: [{ responseClass, responseCode, values: [] }],
    notes: [],
  };
  const exchange: Exchange = {
    id,
    startedAt: '2020-02-03T04:05:06.000Z',
    durationMs: 1,
    endpoint: { name: '$(bug)\nLab', url: 'https://mail.example.com/EWS/Exchange.asmx' },
    operation: 'RemoveImGroup',
    request: { text: '', headers: [] },
    result: { kind: 'answer', http: { status: 200, headers: [] } as never, text: '', size: 0, outcome },
  };
  return { exchange, cut: [] };
}
