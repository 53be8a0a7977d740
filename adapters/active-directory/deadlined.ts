import type { Socket } from 'node:net';

/**
 * `work` over a socket, at most for so many milliseconds; then the socket is destroyed. Ends with the socket in any
 * case: an LDAP client that lost its listeners would otherwise wait for ever.
 */
export function deadlined<T>(socket: Socket, ms: number, work: () => Promise<T>): Promise<T> {
  if (socket.destroyed) return Promise.reject(new Error('the connection was closed'));
  return new Promise((resolve, reject) => {
    let why = 'the connection was closed before the answer came';
    const closed = (): void => reject(new Error(why));
    const timer = setTimeout(() => {
      why = `no answer within ${ms} ms`;
      socket.destroy();
    }, ms);
    socket.once('close', closed);
    work()
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        socket.off('close', closed);
      });
  });
}
