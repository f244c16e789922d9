import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { root } from './paths.ts';

/** The only licences that something in a bundle may have. */
const allowed = ['MIT', 'ISC', 'Apache-2.0'];

/** What a bundled file carries within it although no package of that name is installed. */
const embedded: Readonly<Record<string, string>> = {
  undici: 'It contains llhttp (https://llhttp.org) as WebAssembly: MIT License, Copyright Fedor Indutny, 2018.',
};

/**
 * The notices of every package of which something is in a bundle, in the order of their names.
 *
 * @throws Error that names the packages whose licence is none of those allowed
 */
export function noticesOf(metafile: Metafile): string {
  const packages = bundledPackages(metafile).map(describe);
  const refused = packages.filter(({ licence }) => !allowed.includes(licence));
  if (refused.length > 0) {
    const names = refused.map(({ name, licence }) => `${name} (${licence})`).join(', ');
    throw new Error(`Bundled under a licence that is not one of ${allowed.join(', ')}: ${names}.`);
  }
  return [introduction, ...packages.map(section)].join(`\n${'-'.repeat(100)}\n\n`);
}

const introduction = `EWS Request Studio contains the following packages, each under its own licence.
`;

interface Described {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

function bundledPackages(metafile: Metafile): readonly string[] {
  const inputs = Object.values(metafile.outputs).flatMap(output => Object.entries(output.inputs));
  const names = inputs
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1])
    .filter(name => name !== undefined);
  return [...new Set(names)].sort();
}

function describe(name: string): Described {
  const folder = path.join(root, 'node_modules', name);
  const { version, license, author } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find(entry => /^licen[cs]e(\.(txt|md))?$/i.test(entry));
  const holder = typeof author === 'string' ? author : author?.name;
  return { name, version, licence: String(license), text: file ? textOf(folder, file) : withoutFile(license, holder) };
}

function textOf(folder: string, file: string): string {
  return readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
}

/** A package that ships no licence text names the licence in its manifest: the terms of that licence stand for it. */
function withoutFile(licence: string, holder: string): string {
  const own = readFileSync(path.join(root, 'LICENSE'), 'utf8');
  const terms = licence === 'ISC' ? iscTerms : own.slice(own.indexOf('Permission')).trim();
  return `Copyright (c) ${holder}\n\n${terms}`;
}

const iscTerms = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`;

function section({ name, version, licence, text }: Described): string {
  const remark = embedded[name];
  return `${name} ${version} (${licence})\n${remark ? `${remark}\n` : ''}\n${text}\n`;
}
