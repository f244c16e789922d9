import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { SandboxHost } from '../../../src/editor/sending/sandboxHost.ts';
import { seededContent } from '../../../src/editor/sending/sandboxSeed.ts';
import type { Log } from '../../../src/editor/views/log.ts';
import { envelopeFor, operationNamed } from '../../../src/language/index.ts';

suite('the sandboxes of several windows', () => {
  const log = vscode.window.createOutputChannel('EWS Test', { log: true });
  const hosts = [new SandboxHost(log), new SandboxHost(log)] as const;

  suiteTeardown(() => {
    for (const host of hosts) host.dispose();
    log.dispose();
  });

  test('each has a port and a content of its own', async () => {
    const [first, second] = await Promise.all(hosts.map(host => host.running()));
    assert.ok(first && second);
    assert.notEqual(first.url, second.url);
    const group = first.content().mailboxes[0]?.groups[0];
    const operation = operationNamed('RemoveImGroup');
    assert.ok(group && operation);
    await post(first.url, envelopeFor(operation, { GroupId: { Id: group.id } }));
    assert.deepEqual(
      [first, second].map(sandbox => sandbox.content().mailboxes[0]?.groups.some(({ id }) => id === group.id)),
      [false, true],
    );
  });

  test('one that runs is not started twice', async () => {
    assert.equal(await hosts[0].running(), await hosts[0].running());
  });

  test('it stops with its window, and the other goes on', async () => {
    const [first, second] = await Promise.all(hosts.map(host => host.running()));
    assert.ok(first && second);
    hosts[0].dispose();
    await assert.rejects(closed(first.url));
    assert.equal((await post(second.url, '')).status, 500);
  });
});

suite('a seed that cannot be used, in VS Code', () => {
  const { showWarningMessage } = vscode.window;

  teardown(async () => {
    Object.assign(vscode.window, { showWarningMessage });
    await vscode.workspace.getConfiguration('ews').update('sandbox.seed', undefined, vscode.ConfigurationTarget.Global);
  });

  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.path;
  const seeds: readonly (readonly [seed: string, line: RegExp])[] = [
    ['no-such-file.json', new RegExp(`^ews\\.sandbox\\.seed: ${folder}/no-such-file\\.json cannot be read\\. `)],
    ['../outside.json', /^ews\.sandbox\.seed: The path leads out of the workspace folder\. /],
    ['GetImItemList.ews', /^ews\.sandbox\.seed: The file is not JSON: /],
  ];
  for (const [seed, line] of seeds) {
    test(`${seed}: one line in the log, one message, and no content`, async () => {
      const warnings: string[] = [];
      const told: string[] = [];
      vscode.window.showWarningMessage = (async (message: string) => {
        told.push(message);
      }) as never;
      await vscode.workspace.getConfiguration('ews').update('sandbox.seed', seed, vscode.ConfigurationTarget.Global);
      const log = { warn: (text: string) => warnings.push(text) } as unknown as Log;
      assert.equal(await seededContent(log), undefined);
      assert.equal(warnings.length, 1);
      assert.match(warnings[0] ?? '', line);
      assert.deepEqual(told, [
        'The file that ews.sandbox.seed names cannot be used, so the sandbox holds its own first content. The log says what to mend.',
      ]);
    });
  }
});

/** Asks until nobody answers: stopping takes a turn of the event loop or two. */
async function closed(url: string): Promise<void> {
  for (let asked = 0; asked < 1000; asked++) await post(url, '');
}

async function post(url: string, body: string): Promise<Response> {
  return await fetch(url, { method: 'POST', headers: { 'Content-Type': 'text/xml; charset=utf-8' }, body });
}
