import assert from 'node:assert/strict';
import { toReport } from '../../../src/history/index.ts';
import type { Exchange } from '../../../src/sending/exchange.ts';
import * as sample from '../../support/exchanges.ts';

const options = { mask: false, writtenBy: 'EWS Request Studio 0.1.0', serverProduct: 'Exchange Server 2019 CU14' };

suite('history: report', () => {
  test('what support asks for stands at the top', () => {
    const report = toReport(sample.error, options);
    assert.equal(
      report.slice(0, report.indexOf('## Request')),
      `# RemoveImGroup: ErrorInvalidImGroupId

- Endpoint: \` https://mail.contoso.example/EWS/Exchange.asmx \`
- Sent: \` 2026-11-20T19:41:35.120Z \`
- Duration: \` 182 ms \`
- Status: \` HTTP 200 OK \`
- Result: \` ErrorInvalidImGroupId \`
- Message: \` The specified group could not be found in this mailbox. \`
- Server version: \` 15.2.1544.4, Exchange2016, Exchange Server 2019 CU14 \`
- request-id (of the server): \` c0a8f3a2-4b1e-4d0e-8f57-91f0a4f0a7b1 \`
- client-request-id: \` 5f8c1d0e-7a34-4c6b-9f11-2b8d3e4f5a60 \`
- Written by: \` EWS Request Studio 0.1.0 \`

`,
    );
  });

  test('request and answer stand in it whole, and a word about host names', () => {
    const report = toReport(sample.error, options);
    assert.ok(report.includes(`\`\`\`xml\n${sample.requestText}\`\`\``));
    assert.ok(sample.error.result.kind === 'answer');
    assert.ok(report.includes(`\`\`\`xml\n${sample.error.result.text}\n\`\`\``));
    assert.ok(report.includes('x-beserver: EX02'));
    assert.match(report, /Internal host names may stand in the endpoint and in the headers/);
  });

  test('masked: ids, addresses and SIDs go, equal ones get equal marks, GUIDs for support stay', () => {
    const text = `<m:GroupId Id="AAMkAGVmOWE=" ChangeKey='CQAAABYA'/><t:ItemId Id="AAMkAGVmOWE="/>
<t:PrimarySmtpAddress>Anna.Müller@contoso.example</t:PrimarySmtpAddress><t:SmtpAddress>anna.müller@CONTOSO.example</t:SmtpAddress>
<t:SID>S-1-5-21-1004336348-1177238915-682003330-512</t:SID><x>bob%40contoso.example carol&#64;contoso.example</x>
<y>AAMkADRhNzM0ZjQ2LTZkNzQtNGM1Ny1hMGQ4LWU5YjZlNTQxYmI3MgBGAAAAAAD0</y>`;
    const report = toReport(
      { ...sample.error, request: { text, headers: [['x-anchormailbox', 'anna.müller@contoso.example']] } },
      { mask: true },
    );
    assert.match(report, /<m:GroupId Id="\[id 1\]" ChangeKey='\[id 2\]'\/><t:ItemId Id="\[id 1\]"\/>/);
    assert.match(report, /<t:PrimarySmtpAddress>\[address 1\]<.*<t:SmtpAddress>\[address 1\]</);
    assert.match(report, /x-anchormailbox: \[address 1\]/);
    assert.match(report, /<t:SID>\[sid 1\]</);
    assert.doesNotMatch(report, /@contoso|AAMkA|S-1-5-21|bob|carol|1004336348/i);
    assert.ok(report.includes('c0a8f3a2-4b1e-4d0e-8f57-91f0a4f0a7b1'));
    assert.ok(report.includes('RemoveImGroup: ErrorInvalidImGroupId'));
    assert.ok(report.includes('http://schemas.microsoft.com/exchange/services/2006/messages'));
  });

  test('the longest names of codes are no ids', () => {
    const name = 'ErrorInvalidImDistributionGroupSmtpAddress';
    const exchange = { ...sample.error, request: { text: `<a>${name}</a>`, headers: [] } };
    assert.ok(toReport(exchange, { mask: true }).includes(name));
  });

  test('a text cannot end its fence', () => {
    const text = 'a\n````\n# Not a heading of ours\n';
    const report = toReport({ ...sample.error, request: { text, headers: [] } }, options);
    assert.ok(report.includes(`\`\`\`\`\`xml\n${text}\`\`\`\`\``));
  });

  test('a password of WS-Security goes', () => {
    const text = '<wsse:UsernameToken><wsse:Password Type="x">hunter2</wsse:Password></wsse:UsernameToken>';
    const report = toReport({ ...sample.error, request: { text, headers: [] } }, options);
    assert.ok(report.includes('<wsse:Password Type="x">(redacted)</wsse:Password>'));
  });

  test('no answer: why, and whether the request may have been executed', () => {
    const report = (exchange: Exchange) => toReport(exchange, options);
    assert.match(report(sample.timedOut), /- Status: ` no answer `/);
    assert.match(
      report(sample.timedOut),
      /did not begin to answer within 100 seconds.*The request may have been executed\./s,
    );
    assert.match(report(sample.refused), /The request was not sent\./);
    assert.match(report(sample.timedOut), /^- Sent: /m);
    assert.match(report(sample.refused), /^- Tried: /m);
  });

  test('a long answer is cut and says so', () => {
    assert.match(toReport(sample.error, { ...options, textLength: 100 }), /Cut here: 434 more characters\./);
  });
});
