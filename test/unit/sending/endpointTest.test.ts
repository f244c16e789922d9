import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { problemsOf } from '../../../src/language/index.ts';
import { startSandbox } from '../../../src/sandbox/index.ts';
import { endpointSteps, send, testOperation, testRequest } from '../../../src/sending/index.ts';
import type { PostTarget } from '../../../src/transport/index.ts';

const certificates = new URL('../../fixtures/certificates/', import.meta.url);

suite('sending: the way to an endpoint, step by step', () => {
  test('the test request is a sound request that only reads', () => {
    assert.deepEqual(
      problemsOf(testRequest).map(({ code }) => code),
      ['operation.not-checked'],
    );
    assert.equal(testOperation, 'GetServerTimeZones');
  });

  test('the sandbox: every step passes', async () => {
    const sandbox = await startSandbox();
    try {
      assert.deepEqual(await walk({ url: sandbox.url, authentication: 'none' }), [
        'Name passed',
        'TCP passed',
        'TLS passed',
        'HTTP passed',
        'Authentication passed',
        'EWS passed',
      ]);
    } finally {
      await sandbox.stop();
    }
  });

  test('a wrong password: refused at authentication', async () => {
    const sandbox = await startSandbox({ authentication: 'basic' });
    try {
      const target = { url: sandbox.url, authentication: 'basic', username: 'sandbox', secret: 'wrong' } as const;
      assert.deepEqual(await walk(target), [
        'Name passed',
        'TCP passed',
        'TLS passed',
        'HTTP passed',
        'Authentication failed',
        'EWS notReached',
      ]);
    } finally {
      await sandbox.stop();
    }
  });

  test('another path: no EWS there', async () => {
    const sandbox = await startSandbox();
    try {
      const url = sandbox.url.replace('/EWS/Exchange.asmx', '/owa/');
      assert.deepEqual((await walk({ url, authentication: 'none' })).at(-1), 'EWS failed');
    } finally {
      await sandbox.stop();
    }
  });

  test('nobody listens: TCP fails', async () => {
    assert.deepEqual(await walk({ url: 'http://127.0.0.1:1/EWS/Exchange.asmx', authentication: 'none' }), [
      'Name passed',
      'TCP failed',
      'HTTP notReached',
      'Authentication notReached',
      'EWS notReached',
    ]);
  });

  test('no such name: the look-up fails', async () => {
    assert.deepEqual(
      (await walk({ url: 'https://nobody.invalid/EWS/Exchange.asmx', authentication: 'none' }))[0],
      'Name failed',
    );
  });

  test('a certificate of an unknown authority: TLS fails, and it is shown', async () => {
    const server = await secureServer();
    try {
      const target: PostTarget = {
        url: `https://localhost:${(server.address() as AddressInfo).port}/EWS/Exchange.asmx`,
        authentication: 'none',
      };
      const steps = endpointSteps(await exchangeWith(target));
      assert.deepEqual(steps.map(({ name, state }) => `${name} ${state}`).slice(0, 4), [
        'Name passed',
        'TCP passed',
        'TLS failed',
        'HTTP notReached',
      ]);
      assert.match(steps[2]!.detail, /The certificate is of .*localhost/);
    } finally {
      await new Promise(resolve => server.close(resolve));
    }
  });
});

async function walk(target: PostTarget): Promise<readonly string[]> {
  return endpointSteps(await exchangeWith(target)).map(({ name, state }) => `${name} ${state}`);
}

async function exchangeWith(target: PostTarget) {
  return await send({ id: 'a', endpointName: 'Test', target, text: testRequest, version: '0' });
}

function secureServer(): Promise<Server> {
  const key = readFileSync(new URL('server.key', certificates));
  const cert = readFileSync(new URL('self-signed.pem', certificates));
  const server = createServer({ key, cert }, (_request, response) => response.end());
  return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(server)));
}
