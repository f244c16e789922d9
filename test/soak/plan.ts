import { Chance } from './chance.ts';

/** What the extension host is to do. */
export interface Plan {
  readonly steps: readonly Step[];
  readonly endpoints: readonly object[];
  /** Whose password is asked for. */
  readonly password: string;
  /** Where a plain GET tells how many connections the servers have open. */
  readonly openConnections: string;
  /** The file for the report. */
  readonly report: string;
}

/** One send, or two at once, and what is done before it. Numbers called a share are at least 0 and below 1. */
export interface Step {
  readonly endpoint: 'Faulty' | 'NTLM' | 'Sandbox';
  /** How the server answers. */
  readonly manner: string;
  readonly sends: 1 | 2;
  /** Milliseconds after which the sends are cancelled, from when their progress shows. */
  readonly cancelAfter?: number;
  /** Which of the scripted answers the sandbox is to give. */
  readonly scriptShare?: number;
  readonly operationShare: number;
  readonly disturbances: readonly Disturbance[];
}

/** What happens besides. */
export type Disturbance = 'closePanels' | 'showResponse' | 'closeEditors' | 'resetSandbox' | 'newDocument';

/** Everything that is done in so many sends: the same for the same seed, however fast the machine is. */
export function stepsOf(seed: number, sends: number, manners: readonly string[]): readonly Step[] {
  const chance = new Chance(seed);
  const steps: Step[] = [];
  for (let left = sends; left > 0; ) {
    const step = stepOf(chance, left, manners, steps.at(-1)?.endpoint);
    steps.push(step);
    left -= step.sends;
  }
  return steps;
}

function stepOf(chance: Chance, left: number, manners: readonly string[], before: Step['endpoint'] | undefined): Step {
  const endpoint = before === undefined || chance.happens(12) ? endpointBy(chance.share()) : before;
  const [cancels, cancelAfter] = [chance.happens(50), chance.share() * 300];
  const [scripts, scriptShare] = [chance.happens(30), chance.share()];
  return {
    endpoint,
    manner: chance.happens(40) ? 'well' : chance.of(manners),
    sends: left >= 2 && chance.happens(10) ? 2 : 1,
    ...(cancels && { cancelAfter }),
    ...(scripts && endpoint === 'Sandbox' && { scriptShare }),
    operationShare: chance.share(),
    disturbances: disturbances.filter(([, percent]) => chance.happens(percent)).map(([what]) => what),
  };
}

function endpointBy(share: number): Step['endpoint'] {
  if (share < 0.55) return 'Faulty';
  return share < 0.75 ? 'NTLM' : 'Sandbox';
}

/** In so many of 100 steps. */
const disturbances: readonly (readonly [Disturbance, percent: number])[] = [
  ['closePanels', 10],
  ['showResponse', 10],
  ['closeEditors', 3],
  ['resetSandbox', 2],
  ['newDocument', 5],
];

/** The end of a request, which tells the server its step. */
export function mark(step: number): string {
  return `<!-- step ${step} -->`;
}

/** The step of a request. */
export function stepIn(text: string): number {
  return Number(/<!-- step (\d+) -->\s*$/.exec(text)?.[1]);
}

/** What became of one send, as the history has it. */
export interface Ended {
  readonly id: string;
  readonly endpoint: string;
  readonly kind: 'answer' | 'failure';
  /** The kind of the outcome, or the code of the failure. */
  readonly what: string;
  readonly sent: 'yes' | 'no' | 'maybe';
}

/** What the host holds at rest. */
export interface Sizes {
  /** Bytes after collection. */
  readonly heap: number;
  /** Listeners on the process. */
  readonly listeners: number;
}

/** What is open. */
export interface Open {
  /** Sockets of the host that keep it alive, and servers that listen in it. */
  readonly inHost: number;
  /** Connections that the servers have, whether or not they keep the host alive. */
  readonly atServers: number;
}

/** What the host leaves behind. */
export interface Report {
  readonly ended: readonly Ended[];
  /** Sends that were cancelled before anything of them left. */
  readonly givenUp: number;
  /** What was wrong, a sentence each. */
  readonly complaints: readonly string[];
  /** After a tenth of the sends. */
  readonly first: Sizes;
  readonly last: Sizes;
  /** Before the first send, and when idle connections have had the time to close after the last. */
  readonly idle: Open;
  readonly left: Open;
}
