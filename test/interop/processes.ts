import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Programs that a suite started and folders that it made; all of them go with it. */
export class Processes {
  private readonly children: ChildProcess[] = [];
  private readonly folders: string[] = [];

  /** An empty folder of its own. */
  folder(): string {
    const folder = mkdtempSync(path.join(tmpdir(), 'ews-interop-'));
    this.folders.push(folder);
    return folder;
  }

  /** Starts a program; what it says of trouble is kept for the message when it does not come up. */
  start(program: string, parameters: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
    const child = spawn(program, parameters, { env: { ...process.env, ...env } });
    this.children.push(child);
    return child;
  }

  /** Waits until a server that was started takes connections. */
  async listening(child: ChildProcess, port: number): Promise<void> {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', data => {
        said += data;
      });
    }
    for (const end = Date.now() + 20_000; Date.now() < end && child.exitCode === null; ) {
      if (await takesConnections(port)) return;
      await pause(50);
    }
    throw new Error(`${child.spawnfile} does not listen on ${port}: ${said}`);
  }

  /** Ends every program that was started here and removes the folders. */
  async stop(): Promise<void> {
    const running = this.children.splice(0).filter(child => child.exitCode === null && child.signalCode === null);
    await Promise.all(
      running.map(async child => {
        const gone = once(child, 'exit');
        child.kill('SIGTERM');
        await Promise.race([gone, pause(3000).then(() => child.kill('SIGKILL'))]);
      }),
    );
    for (const folder of this.folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  }
}

/** A port that nobody uses at the moment. */
export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      // A port without a server can be given to this very socket, which then talks to itself.
      resolve(socket.localPort !== port);
      socket.destroy();
    });
  });
}
