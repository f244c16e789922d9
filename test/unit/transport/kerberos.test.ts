import assert from 'node:assert/strict';
import { kerberosBy } from '../../../src/transport/index.ts';

interface Call {
  readonly service: string;
  readonly mechOID: number;
}

function moduleThat(gives: unknown, calls: Call[]) {
  return {
    GSS_MECH_OID_SPNEGO: 6,
    initializeClient: async (service: string, { mechOID }: { mechOID: number }) => {
      calls.push({ service, mechOID });
      return { step: async () => gives };
    },
  };
}

suite('transport: the Kerberos module', () => {
  const platforms = [
    ['linux', 'HTTP@mail.example'],
    ['darwin', 'HTTP@mail.example'],
    ['win32', 'HTTP/mail.example'],
  ] as const;
  for (const [platform, service] of platforms) {
    test(`asks for ${service} on ${platform}`, async () => {
      const calls: Call[] = [];
      const token = kerberosBy(() => moduleThat('dG9rZW4=', calls), platform);
      assert.equal(await token('HTTP/mail.example'), 'dG9rZW4=');
      assert.deepEqual(calls, [{ service, mechOID: 6 }]);
    });
  }

  const absent: Readonly<Record<string, () => unknown>> = {
    'cannot be loaded': () => {
      throw new Error('Cannot find module');
    },
    'fails later': () => Promise.reject(new Error('no bindings')),
    'is something else': () => ({}),
    'is nothing': () => undefined,
  };
  for (const [what, load] of Object.entries(absent)) {
    test(`a module that ${what} is named, never a crash`, async () => {
      await assert.rejects(kerberosBy(load)('HTTP/mail.example'), { code: 'authentication.failed', sent: 'no' });
    });
  }

  for (const gives of ['', undefined, 1]) {
    test(`no token: ${JSON.stringify(gives)}`, async () => {
      await assert.rejects(kerberosBy(() => moduleThat(gives, []))('HTTP/mail.example'), /no token/);
    });
  }
});
