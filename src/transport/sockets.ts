import type net from 'node:net';

/** Waits for an event of a socket. Rejects with the socket's error, when it closes before, and when the signal aborts: then the socket is gone. */
export function whenReady<S extends net.Socket>(socket: S, event: string, signal: AbortSignal): Promise<S> {
  return new Promise((resolve, reject) => {
    const end = (error: unknown) => {
      socket.removeListener(event, succeed);
      socket.removeListener('error', fail);
      socket.removeListener('close', close);
      signal.removeEventListener('abort', abort);
      if (error === undefined) {
        resolve(socket);
        return;
      }
      // What else the dying socket says is of no interest, but must not end the process.
      socket.on('error', () => {});
      socket.destroy();
      reject(error);
    };
    const succeed = () => end(undefined);
    const fail = (error: Error) => end(error);
    const close = () => end(Object.assign(new Error('closed while connecting'), { code: 'ECONNRESET' }));
    const abort = () => end(signal.reason);
    socket.once(event, succeed);
    socket.once('error', fail);
    socket.once('close', close);
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    else if (socket.destroyed) close();
  });
}
