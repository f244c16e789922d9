import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { SandboxHost } from '../../../src/editor/sending/sandboxHost.ts';
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

/** Asks until nobody answers: stopping takes a turn of the event loop or two. */
async function closed(url: string): Promise<void> {
  for (let asked = 0; asked < 1000; asked++) await post(url, '');
}

async function post(url: string, body: string): Promise<Response> {
  return await fetch(url, { method: 'POST', headers: { 'Content-Type': 'text/xml; charset=utf-8' }, body });
}
