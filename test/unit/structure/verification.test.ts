import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';

/** Every way in which Node's check of a certificate can be switched off or replaced. */
const switches = /rejectUnauthorized|checkServerIdentity|NODE_TLS_REJECT_UNAUTHORIZED|allowPartialTrustChain/;

suite('structure: certificates', () => {
  test("Node's own check is off in one file only", () => {
    const files = globSync('src/**/*.ts').filter(file => switches.test(readFileSync(file, 'utf8')));
    assert.deepEqual(files, ['src/transport/certificateTrust.ts']);
  });
});
