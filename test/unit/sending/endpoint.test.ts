import assert from 'node:assert/strict';
import { findEndpoint, readEndpoints, urlComplaint, whyNoEndpoint } from '../../../src/sending/index.ts';

suite('sending: endpoints of the settings', () => {
  const lab = {
    name: 'Lab',
    url: 'https://mail.example.com/EWS/Exchange.asmx',
    authentication: 'basic',
    username: 'ada',
  };

  test('the sandbox stands first and is found by an empty name', () => {
    const { endpoints } = readEndpoints([lab], []);
    assert.deepEqual(
      endpoints.map(({ name, source }) => [name, source]),
      [
        ['Sandbox', 'builtIn'],
        ['Lab', 'user'],
      ],
    );
    assert.equal(findEndpoint(endpoints, '')?.name, 'Sandbox');
    assert.equal(findEndpoint(endpoints, 'lab')?.url, lab.url);
    assert.equal(findEndpoint(endpoints, 'Labor'), undefined);
  });

  test('what the user says of an endpoint is taken, and the workspace has no say in it', () => {
    const all = {
      ...lab,
      anchorMailbox: ' ada@example.com ',
      caFile: '/ca.pem',
      pinnedCertificate: '00',
      channelBinding: 'off',
      minimumTlsVersion: 'TLSv1.3',
      timeout: 1e9,
      headers: { 'X-Number': 1, 'User-Agent': 'Allowed/1.0' },
    };
    const { endpoints } = readEndpoints([all], [{ ...all, name: 'Team', url: 'https://team.example/' }]);
    assert.deepEqual(endpoints[1], {
      ...all,
      anchorMailbox: 'ada@example.com',
      timeout: 86_400,
      headers: [
        ['X-Number', '1'],
        ['User-Agent', 'Allowed/1.0'],
      ],
      source: 'user',
    });
    assert.deepEqual(endpoints[2], {
      name: 'Team',
      url: 'https://team.example/',
      anchorMailbox: 'ada@example.com',
      authentication: 'none',
      source: 'workspace',
    });
  });

  test('values of another kind are as if they were not there', () => {
    const kinds = { timeout: -1, channelBinding: 'on', minimumTlsVersion: 'TLSv1', caFile: ' ', anchorMailbox: 7 };
    for (const headers of [null, 7, ['a']]) {
      const { endpoints } = readEndpoints([{ ...lab, ...kinds, headers }], []);
      assert.deepEqual(endpoints[1], { ...lab, source: 'user' });
    }
  });

  test('a workspace names an endpoint, but not how to sign in', () => {
    const { endpoints } = readEndpoints([], [lab]);
    assert.deepEqual(endpoints[1], { name: 'Lab', url: lab.url, source: 'workspace', authentication: 'none' });
  });

  test('an endpoint of the workspace signs in as the user does at the same origin', () => {
    const { endpoints } = readEndpoints([lab], [{ name: 'Archive', url: 'https://mail.example.com/other.asmx' }]);
    assert.deepEqual(endpoints[2], {
      name: 'Archive',
      url: 'https://mail.example.com/other.asmx',
      source: 'workspace',
      authentication: 'basic',
      username: 'ada',
    });
  });

  for (const [entry, complaint] of [
    [7, /no object/],
    [{ url: lab.url }, /has no name/],
    [{ name: 'A' }, /has no url/],
    [{ name: 'A', url: 'ftp://x' }, /not an http or https URL/],
    [{ name: 'A', url: 'https://a:b@x/' }, /holds a user name or password/],
    [{ name: 'A', url: lab.url, authentication: 'digest' }, /unknown authentication/],
    [{ name: 'A', url: lab.url, headers: { Authorization: 'Basic eDp5' } }, /Authorization is not taken as an extra/],
    [{ name: 'sandbox', url: lab.url }, /two endpoints named/],
  ] as const) {
    test(`an entry ${JSON.stringify(entry)} is refused with a reason`, () => {
      const { endpoints, complaints } = readEndpoints([entry], []);
      assert.equal(endpoints.length, 1);
      assert.match(complaints[0]?.sentence ?? '', complaint);
    });
  }

  test('a complaint belongs to the name of its entry, where that has one', () => {
    const { complaints } = readEndpoints([{ name: ' A ' }, { url: lab.url }, null, lab, lab], []);
    assert.deepEqual(
      complaints.map(({ name }) => name),
      ['A', undefined, undefined, 'Lab'],
    );
  });

  test('why the chosen endpoint cannot be used: what is wrong with it, or that there is none', () => {
    const { complaints } = readEndpoints([7, { name: 'Typo', url: 'mail.example.com/EWS' }], []);
    assert.equal(
      whyNoEndpoint(complaints, 'typo'),
      'The endpoint "Typo" cannot be used. The address is not an http or https URL. Write https://HOST/EWS/Exchange.asmx.',
    );
    assert.equal(
      whyNoEndpoint(complaints, 'Gone'),
      'The setting ews.activeEndpoint names "Gone", and ews.endpoints has no such endpoint. Select another.',
    );
  });

  test('addresses', () => {
    assert.equal(urlComplaint('https://mail.example.com/EWS/Exchange.asmx'), undefined);
    assert.equal(urlComplaint('http://127.0.0.1:8080/EWS/Exchange.asmx'), undefined);
    assert.match(urlComplaint('mail.example.com')!, /Write https:/);
  });
});
