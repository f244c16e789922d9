import assert from 'node:assert/strict';
import { createHash, X509Certificate } from 'node:crypto';
import { signatureHash } from '../../../src/transport/ntlm/channelBinding.ts';
import { hmacMd5, ntowfv2 } from '../../../src/transport/ntlm/cryptography.ts';
import {
  authenticateMessage,
  channelBindings,
  negotiateMessage,
  readChallenge,
} from '../../../src/transport/ntlm/index.ts';
import { certificateFile } from '../../support/wire.ts';
import { challengeMessage } from './ntlmAcceptor.ts';

// The example of MS-NLMP section 4.2: user "User", domain "Domain", password "Password".
const key = '0c868a403bfd7a93a3001ef22ef02e3f';
const serverChallenge = Buffer.from('0123456789abcdef', 'hex');
const clientChallenge = Buffer.from('aa'.repeat(8), 'hex');

const person = { user: 'User', domain: 'Domain', password: 'Password', service: 'HTTP/Server' };

suite('transport: NTLM', () => {
  test('NTOWFv2 of MS-NLMP 4.2.4.1.1', () => {
    assert.equal(ntowfv2('User', 'Domain', 'Password').toString('hex'), key);
  });

  test('only the user is put in capitals', () => {
    assert.equal(ntowfv2('uSER', 'Domain', 'Password').toString('hex'), key);
    assert.notEqual(ntowfv2('User', 'DOMAIN', 'Password').toString('hex'), key);
  });

  test('NTProofStr and SessionBaseKey of MS-NLMP 4.2.4', () => {
    const targetInfo = '02000c0044006f006d00610069006e0001000c005300650072007600650072000000000000000000';
    const temp = Buffer.from(`0101000000000000${'00'.repeat(8)}${'aa'.repeat(8)}00000000${targetInfo}`, 'hex');
    const proof = hmacMd5(Buffer.from(key, 'hex'), serverChallenge, temp);
    assert.equal(proof.toString('hex'), '68cd0ab851e51c96aabc927bebef6a1c');
    assert.equal(hmacMd5(Buffer.from(key, 'hex'), proof).toString('hex'), '8de40ccadbc14a82f15cb0ad0de95ca3');
  });

  test('LMv2 response of MS-NLMP 4.2.4.2.1, where the server names no time', () => {
    const message = authenticate({ withoutTime: true });
    const offset = message.readUInt32LE(16);
    const response = message.subarray(offset, offset + message.readUInt16LE(12)).toString('hex');
    assert.equal(response, '86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa');
    assert.deepEqual(message.subarray(72, 88), Buffer.alloc(16));
  });

  test('a MIC where the server names its time, and no LM response', () => {
    const message = authenticate({});
    const offset = message.readUInt32LE(16);
    assert.deepEqual(message.subarray(offset, offset + message.readUInt16LE(12)), Buffer.alloc(24));
    assert.notDeepEqual(message.subarray(72, 88), Buffer.alloc(16));
  });

  test('the first message tells nothing about the user', () => {
    const message = Buffer.from(negotiateMessage());
    assert.equal(message.length, 40);
    assert.equal(message.subarray(0, 12).toString('hex'), '4e544c4d5353500001000000');
    assert.deepEqual(message.subarray(16, 32), Buffer.alloc(16));
  });

  const cut = challengeMessage({ serverChallenge });
  for (const length of [0, 8, 40, 47, 60, cut.length - 1]) {
    test(`a challenge cut after ${length} bytes is refused`, () => {
      assert.throws(() => readChallenge(cut.subarray(0, length)), { code: 'authentication.failed', sent: 'no' });
    });
  }

  test('a challenge without session security is refused', () => {
    const weak = Buffer.from(cut);
    weak.writeUInt32LE((weak.readUInt32LE(20) & ~0x80000) >>> 0, 20);
    assert.throws(() => readChallenge(weak), { code: 'authentication.downgrade', sent: 'no' });
  });

  // RFC 5929 section 4.1: the hash of the signature; SHA-256 where that is SHA-1.
  for (const kind of ['rsa', 'pss', 'ecdsa']) {
    for (const hash of ['sha1', 'sha256', 'sha384', 'sha512']) {
      test(`channel binding of a certificate signed by ${kind} with ${hash}`, () => {
        const expected = hash === 'sha1' ? 'sha256' : hash;
        const { raw } = new X509Certificate(certificateFile(`${kind}-${hash}.pem`));
        assert.equal(signatureHash(raw), expected);
        const end = createHash(expected).update(raw).digest('hex');
        const data = Buffer.from(`${Buffer.from('tls-server-end-point:').toString('hex')}${end}`, 'hex');
        const struct = Buffer.concat([Buffer.alloc(16), Buffer.from([data.length, 0, 0, 0]), data]);
        assert.deepEqual(Buffer.from(channelBindings(raw)), createHash('md5').update(struct).digest());
      });
    }
  }
});

function authenticate({ withoutTime = false }): Buffer {
  const challenge = readChallenge(challengeMessage({ serverChallenge, withoutTime }));
  return Buffer.from(authenticateMessage({ ...person, negotiate: negotiateMessage(), challenge, clientChallenge }));
}
