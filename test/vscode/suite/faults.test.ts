import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import * as vscode from 'vscode';
import { operations } from '../../../src/ews/operations/index.ts';
import { envelopeFor, impersonationIn, readRequest } from '../../../src/language/index.ts';
import { closeAll, eventually, open } from './support.ts';

const getImItemList = operations.find(({ name }) => name === 'GetImItemList')!;
const request = envelopeFor(getImItemList, {}, { by: 'SmtpAddress', value: 'grüße&co@contoso.example' });
const fine =
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><GetImItemListResponse ResponseClass="Success" xmlns="http://schemas.microsoft.com/exchange/services/2006/messages"><ResponseCode>NoError</ResponseCode></GetImItemListResponse></s:Body></s:Envelope>';

suite('a fault at its place, in VS Code', () => {
  let server: Server;
  let received: string[] = [];
  let answer: { status: number; body: string };

  suiteSetup(async () => {
    server = createServer(async (incoming, response) => {
      received.push(await text(incoming));
      response.writeHead(answer.status, { 'Content-Type': 'text/xml; charset=utf-8' });
      response.end(answer.body);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/EWS/Exchange.asmx`;
    await configure('endpoints', [{ name: 'Test $(bug)', url }]);
    await configure('activeEndpoint', 'Test $(bug)');
  });

  setup(() => {
    answer = { status: 500, body: violation("The 'Version' attribute is invalid - The value 'x' is invalid.") };
  });

  teardown(closeAll);

  suiteTeardown(async () => {
    await configure('endpoints', undefined);
    await configure('activeEndpoint', undefined);
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });

  test('is underlined in plain words, under a source of its own', async () => {
    const { document } = await sent(request);
    const problem = await refused(document);
    assert.equal(document.getText(problem.range), 'Version="Exchange2013_SP1"');
    assert.equal(problem.code, 'ErrorSchemaValidation');
    assert.equal(problem.message, 'The value "x" of the attribute Version is not allowed.');
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
  });

  test('lines that end with CR and LF count as the server counts them', async () => {
    const { document } = await sent(request.replaceAll('\n', '\r\n'));
    const problem = await refused(document);
    assert.equal(document.getText(problem.range), 'Version="Exchange2013_SP1"');
  });

  test('goes with the next edit', async () => {
    const editor = await sent(request);
    await refused(editor.document);
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), ' '));
    await nothingRefused(editor.document);
  });

  test('goes with the next send', async () => {
    const { document } = await sent(request);
    await refused(document);
    answer = { status: 200, body: fine };
    await vscode.commands.executeCommand('ews.sendRequest');
    await nothingRefused(document);
  });

  test('goes when the document closes', async () => {
    const { document } = await sent(request);
    await refused(document);
    await closeAll();
    await nothingRefused(document);
  });

  test('Go to the Place selects the words, also after an edit above them', async () => {
    const editor = await sent(request);
    await refused(editor.document);
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), '\n\n'));
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('ews.goToPlace');
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
    assert.equal(editor.document.getText(editor.selection), 'Version="Exchange2013_SP1"');
  });

  test('Go to the Place shows what was sent when the words are gone', async () => {
    const editor = await sent(request);
    const { range } = await refused(editor.document);
    await editor.edit(edit => edit.replace(range, 'Version="Exchange2016"'));
    await vscode.commands.executeCommand('ews.goToPlace');
    const shown = vscode.window.activeTextEditor;
    assert.equal(shown?.document.uri.scheme, 'ews-answer');
    assert.equal(shown?.document.getText(), request);
    assert.equal(shown?.document.getText(shown.selection), 'Version="Exchange2013_SP1"');
  });

  test('Look with GetImItemList looks at once, as the same user in the same version', async () => {
    await sent(request.replace('Exchange2013_SP1', 'Exchange2016'));
    received = [];
    const editors = vscode.workspace.textDocuments.length;
    await vscode.commands.executeCommand('ews.getCurrentIds');
    assert.equal(received.length, 1);
    const looked = readRequest(received[0] ?? '');
    assert.equal(looked.operation?.name, 'GetImItemList');
    assert.match(looked.text, /Version="Exchange2016"/);
    assert.deepEqual(impersonationIn(looked), { by: 'SmtpAddress', value: 'grüße&co@contoso.example' });
    assert.equal(vscode.workspace.textDocuments.length, editors);
  });

  test('Copy Code takes the ResponseCode that a body without SOAP names', async () => {
    answer = { status: 500, body: 'The specified server version is invalid.' };
    await sent(request);
    await vscode.commands.executeCommand('ews.copyCode');
    assert.equal(await vscode.env.clipboard.readText(), 'ErrorInvalidServerVersion');
  });
});

async function sent(text: string): Promise<vscode.TextEditor> {
  const editor = await open(text);
  await vscode.commands.executeCommand('ews.sendRequest');
  return editor;
}

function ofServer(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'EWS server');
}

async function refused(document: vscode.TextDocument): Promise<vscode.Diagnostic> {
  return await eventually(vscode.languages.onDidChangeDiagnostics, () => ofServer(document)[0]);
}

async function nothingRefused(document: vscode.TextDocument): Promise<void> {
  await eventually(vscode.languages.onDidChangeDiagnostics, () => ofServer(document).length === 0 || undefined);
}

/** The fault of a server that points at the Version attribute of the request above, on its sixth line. */
function violation(words: string): string {
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultcode>a:ErrorSchemaValidation</faultcode><faultstring>The request failed schema validation.</faultstring><detail><e:ResponseCode xmlns:e="http://schemas.microsoft.com/exchange/services/2006/errors">ErrorSchemaValidation</e:ResponseCode><t:MessageXml xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"><t:LineNumber>6</t:LineNumber><t:LinePosition>29</t:LinePosition><t:Violation>${words}</t:Violation></t:MessageXml></detail></s:Fault></s:Body></s:Envelope>`;
}

async function configure(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('ews').update(name, value, vscode.ConfigurationTarget.Global);
}
