import { buildList } from './buildList.ts';
import type { ServerVersion } from './versions.ts';

/** A build number as servers tell it; the last part is not always known. */
export interface BuildNumber {
  readonly major: number;
  readonly minor: number;
  readonly build: number;
  readonly revision?: number;
}

/** What a build number says about a server. */
export interface BuildFact {
  /** `Exchange 2019`, `Exchange SE`, `Exchange Online`; absent when no release has such a number. */
  readonly product?: string;
  /** `CU14`, `CU23 Oct25SU`, `RTM`: the release itself or, for an interim build, the one it follows. */
  readonly update?: string;
  /** ISO 8601 day on which {@link update} was released. */
  readonly released?: string;
  /**
   * `exact`: that very release; `update`: three parts were given, and they fit the cumulative update; `interim`: a
   * build between two releases; `newer`: above every known build of the line or of its
   * cumulative update; `before`: below the first release of
   * the line; `service`: Exchange Online, whose builds are not listed; `unknown`: no such line of Exchange.
   */
  readonly match: 'exact' | 'update' | 'interim' | 'newer' | 'before' | 'service' | 'unknown';
  /** The newest schema version that the release understands. */
  readonly newestSchema?: ServerVersion;
  /** All of this in one sentence for a reader. */
  readonly sentence: string;
}

/** Reads `15.2.1544.4`, `15.2.1544` or the long form with leading zeros; undefined for anything else. */
export function parseBuild(text: string): BuildNumber | undefined {
  const match = /^\s*(\d{1,5})\.(\d{1,5})\.(\d{1,5})(?:\.(\d{1,5}))?\s*$/.exec(text);
  if (!match) {
    return undefined;
  }
  const [major = 0, minor = 0, build = 0] = match.slice(1, 4).map(Number);
  return { major, minor, build, ...(match[4] !== undefined && { revision: Number(match[4]) }) };
}

/** Tells which release of Exchange a build number belongs to. Source: the public list of build numbers. */
export function describeBuild(number: BuildNumber): BuildFact {
  if (number.major === 15 && number.minor === 20) {
    const sentence = 'Exchange Online, whose builds are not listed publicly.';
    return { product: 'Exchange Online', match: 'service', newestSchema: 'Exchange2016', sentence };
  }
  const line = releases().filter(release => release.major === number.major && release.minor === number.minor);
  const newest = line.at(-1);
  if (!newest) {
    return { match: 'unknown', sentence: `No release of Exchange is known with the build ${format(number)}.` };
  }
  return number.revision === undefined
    ? withThreeParts(number, line, newest)
    : withFourParts(number, number.revision, line, newest);
}

interface Release extends Required<BuildNumber> {
  readonly product: string;
  readonly update: string;
  readonly released: string;
}

function withThreeParts(number: BuildNumber, line: readonly Release[], newest: Release): BuildFact {
  const first = line.find(release => release.build === number.build);
  if (first) {
    const sentence = `${nameOf(first)} of ${first.released} or a security update to it; the last part of the build is not told.`;
    return fact('update', first, sentence);
  }
  return between(number, line.filter(release => release.build < number.build).at(-1), newest, line);
}

function withFourParts(number: BuildNumber, revision: number, line: readonly Release[], newest: Release): BuildFact {
  const exact = line.find(release => release.build === number.build && release.revision === revision);
  if (exact) {
    return fact('exact', exact, `${nameOf(exact)} of ${exact.released}.`);
  }
  const below = line.filter(
    release => release.build < number.build || (release.build === number.build && release.revision < revision),
  );
  return between(number, below.at(-1), newest, line);
}

function between(
  number: BuildNumber,
  previous: Release | undefined,
  newest: Release,
  line: readonly Release[],
): BuildFact {
  if (!previous) {
    const product = line[0]?.product ?? newest.product;
    const schema = newestSchemaOf(number);
    const sentence = `${product} before its first release (build ${format(number)}).`;
    return { product, match: 'before', ...(schema && { newestSchema: schema }), sentence };
  }
  if (previous === newest) {
    const sentence = `${newest.product}, newer than the newest build known here (${nameOf(newest)} of ${newest.released}).`;
    return fact('newer', newest, sentence);
  }
  if (previous.build === number.build) {
    const later = line.some(
      release => release.build === number.build && line.indexOf(release) > line.indexOf(previous),
    );
    if (!later) {
      const sentence = `${previous.product}, newer than ${nameOf(previous)} of ${previous.released}, the newest update known here.`;
      return fact('newer', previous, sentence);
    }
  }
  return fact(
    'interim',
    previous,
    `${previous.product}, an interim build after ${nameOf(previous)} of ${previous.released}.`,
  );
}

function fact(match: BuildFact['match'], release: Release, sentence: string): BuildFact {
  const { product, update, released } = release;
  const newestSchema = newestSchemaOf(release);
  return { product, update, released, match, ...(newestSchema && { newestSchema }), sentence };
}

function nameOf(release: Release): string {
  return `${release.product} ${release.update}`;
}

/** The first build of each line that understands a newer schema. */
function newestSchemaOf(release: BuildNumber): ServerVersion | undefined {
  const { major, minor, build } = release;
  if (major === 8) {
    return minor === 0 ? 'Exchange2007' : 'Exchange2007_SP1';
  }
  if (major === 14) {
    return minor === 0 ? 'Exchange2010' : minor === 1 ? 'Exchange2010_SP1' : 'Exchange2010_SP2';
  }
  if (major !== 15) {
    return undefined;
  }
  return minor > 0 ? 'Exchange2016' : build < 847 ? 'Exchange2013' : 'Exchange2013_SP1';
}

let parsed: readonly Release[] | undefined;

/** The list as numbers; parsed when it is first asked for. */
function releases(): readonly Release[] {
  parsed ??= buildList.map(([build, product, update, released]) => {
    const [major = 0, minor = 0, third = 0, revision = 0] = build.split('.').map(Number);
    return { major, minor, build: third, revision, product, update, released };
  });
  return parsed;
}

function format(number: BuildNumber): string {
  const parts = [number.major, number.minor, number.build];
  return (number.revision === undefined ? parts : [...parts, number.revision]).join('.');
}
