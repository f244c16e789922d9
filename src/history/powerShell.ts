import type { Exchange } from '../sending/exchange.ts';
import { type RequestParts, requestParts } from './requestParts.ts';

/**
 * The request as a script for Windows PowerShell 5.1 and PowerShell 7 that posts the same bytes. It uses HttpClient,
 * because Invoke-WebRequest of 5.1 hides the body of an answer with status 500, which is where SOAP faults stand. No
 * secret is in it: the script asks for the account, or reads a token from an environment variable.
 */
export function toPowerShell(exchange: Exchange): string {
  const parts = requestParts(exchange);
  const credentials = credentialLines(parts);
  return [
    `# ${asciiOnly(parts.title)}`,
    ...credentials.note,
    'Add-Type -AssemblyName System.Net.Http',
    ...bodyLines(parts.text),
    '$handler = New-Object System.Net.Http.HttpClientHandler',
    ...(parts.compressed ? ["$handler.AutomaticDecompression = 'GZip, Deflate'"] : []),
    ...credentials.handler,
    '$client = New-Object System.Net.Http.HttpClient -ArgumentList $handler',
    `$request = New-Object System.Net.Http.HttpRequestMessage -ArgumentList ([System.Net.Http.HttpMethod]::Post), ${quote(asciiOnly(parts.url))}`,
    '$request.Content = New-Object System.Net.Http.ByteArrayContent -ArgumentList (, $body)',
    ...parts.headers.map(headerLine),
    ...credentials.request,
    '$response = $client.SendAsync($request).GetAwaiter().GetResult()',
    '"HTTP $([int]$response.StatusCode) $($response.ReasonPhrase)"',
    '$response.Content.ReadAsStringAsync().GetAwaiter().GetResult()',
    '',
  ].join('\n');
}

/**
 * Plain ASCII stays readable, with its line ends put right whatever the clipboard made of them; any other text goes as
 * Base64, because 5.1 reads a script without a byte order mark in the code page of the machine.
 */
function bodyLines(text: string): readonly string[] {
  const lineEnd = lineEndOf(text);
  if (lineEnd === undefined) {
    return [
      '# The request in UTF-8 as Base64: it holds characters that a script file may not keep.',
      `$body = [Convert]::FromBase64String('${base64(new TextEncoder().encode(text))}')`,
    ];
  }
  return [
    `$text = ${quote(text.replaceAll('\r\n', '\n'))}`,
    `$text = $text.Replace("\`r\`n", "\`n")${lineEnd === '\r\n' ? '.Replace("`n", "`r`n")' : ''}`,
    '$body = [System.Text.Encoding]::UTF8.GetBytes($text)',
  ];
}

/** The one line end of a text of printable ASCII; undefined for any other text. */
function lineEndOf(text: string): '\n' | '\r\n' | undefined {
  if (/^[\t\n\x20-\x7e]*$/.test(text)) return '\n';
  return /^(?:[\t\x20-\x7e]|\r\n)*$/.test(text) ? '\r\n' : undefined;
}

/** A single-quoted string, in which only the quote itself is special; the caller gives ASCII. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function asciiOnly(text: string): string {
  return text.replace(/[^\x20-\x7e]/gu, '?');
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function headerLine([name, value]: readonly [string, string]): string {
  const place = /^(content-|allow$|expires$|last-modified$)/i.test(name)
    ? '$request.Content.Headers'
    : '$request.Headers';
  return `[void]${place}.TryAddWithoutValidation(${quote(name)}, ${quote(asciiOnly(value))})`;
}

interface CredentialLines {
  readonly note: readonly string[];
  readonly handler: readonly string[];
  readonly request: readonly string[];
}

function credentialLines({ scheme }: RequestParts): CredentialLines {
  switch (scheme) {
    case undefined:
      return { note: [], handler: [], request: [] };
    case 'bearer':
      return {
        note: ['# Put an access token into the environment variable EWS_TOKEN.'],
        handler: [],
        request: ['[void]$request.Headers.TryAddWithoutValidation(\'Authorization\', "Bearer $env:EWS_TOKEN")'],
      };
    case 'negotiate':
    case 'kerberos':
      return {
        note: ['# Signs in as the user who runs it.'],
        handler: ['$handler.UseDefaultCredentials = $true'],
        request: [],
      };
    default:
      return {
        note: ['# Asks for user name and password.'],
        handler: [
          "$handler.Credentials = (Get-Credential -Message 'Account for the EWS endpoint').GetNetworkCredential()",
        ],
        request: [],
      };
  }
}
